@rem What `runTests` starts as if it were the desktop's `code`; see code.ts.
@node "%~dp0..\..\node_modules\tsx\dist\cli.mjs" "%~dp0code.ts" %*
