import { readdirSync, readFileSync } from 'node:fs';

/** The ids of the extension hosts that this process has started, through servers; on Linux only. */
export function extensionHosts(): number[] {
	const processes = readdirSync('/proc').flatMap(name => {
		const pid = Number(name);
		const [commandLine, status] = [fileOf(pid, 'cmdline'), fileOf(pid, 'stat')];
		// The name, in brackets, may have any characters; behind it are a letter and the parent.
		const parent = Number(/^.*\) \S (\d+)/s.exec(status)?.[1]);
		return commandLine && parent ? [{ pid, parent, commandLine }] : [];
	});
	const parents = new Map(processes.map(({ pid, parent }) => [pid, parent]));
	const isOurs = (pid: number): boolean => {
		for (let above = parents.get(pid); above; above = parents.get(above)) {
			if (above === process.pid) return true;
		}
		return false;
	};
	return processes
		.filter(({ pid, commandLine }) => commandLine.includes('--type=extensionHost') && isOurs(pid))
		.map(({ pid }) => pid);
}

function fileOf(pid: number, name: string): string {
	try {
		return pid > 0 ? readFileSync(`/proc/${pid}/${name}`, 'utf8') : '';
	} catch {
		return ''; // it has ended
	}
}

/** Stops them as a crash would, and says how many there were. */
export function stopExtensionHosts(): number {
	const hosts = extensionHosts();
	for (const pid of hosts) {
		try {
			process.kill(pid, 'SIGKILL');
		} catch {
			// It has ended by itself.
		}
	}
	return hosts.length;
}
