import { Uri, type Webview } from 'vscode';
import { newNonce } from '../util/nonce';

/** Where the page's script and style are, below the extension's folder. */
const folder = 'dist';

/** These are not of what `default-src` is the default of. */
const navigation = "base-uri 'none'; form-action 'none'";

/** What a webview of ours may load. */
export function localRoots(extension: Uri): Uri[] {
	return [Uri.joinPath(extension, folder)];
}

/** The page without anything in it: all it shows it is told later, and nothing but our own script and style runs in it. */
export function pageHtml(webview: Webview, extension: Uri): string {
	// Not to be guessed by anything that might get into the page.
	const nonce = newNonce();
	const source = (name: string): string => webview.asWebviewUri(Uri.joinPath(extension, folder, name)).toString();
	const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'; ${navigation}`;
	return [
		'<!DOCTYPE html>',
		'<html lang="en">',
		'<head>',
		'<meta charset="utf-8">',
		`<meta http-equiv="Content-Security-Policy" content="${policy}">`,
		'<meta name="viewport" content="width=device-width, initial-scale=1">',
		'<title></title>',
		`<link rel="stylesheet" href="${source('review.css')}">`,
		'</head>',
		'<body>',
		'<div id="page"></div>',
		`<script nonce="${nonce}" src="${source('review.js')}"></script>`,
		'</body>',
		'</html>',
	].join('\n');
}
