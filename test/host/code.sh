#!/bin/sh
# What `runTests` starts as if it were the desktop's `code`; see code.ts.
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
exec node --import "$here/../../node_modules/tsx/dist/loader.mjs" "$here/code.ts" "$@"
