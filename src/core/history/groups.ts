/** What has the same key, in order, by keys in the order of the first of each. */
export function groupBy<Value, Key>(values: readonly Value[], keyOf: (value: Value) => Key): Map<Key, Value[]> {
	const groups = new Map<Key, Value[]>();
	for (const value of values) addTo(groups, keyOf(value), value);
	return groups;
}

/** Adds to the group of a key. */
export function addTo<Value, Key>(groups: Map<Key, Value[]>, key: Key, value: Value): void {
	const group = groups.get(key);
	if (group) group.push(value);
	else groups.set(key, [value]);
}
