@rem What `runTests` starts as if it were the desktop's `code`; see code.ts. It starts it in the project's folder.
@node --import tsx "%~dp0code.ts" %*
