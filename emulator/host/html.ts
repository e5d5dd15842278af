/** The one page of the host: its script finds out from the address what to show. */
export const hostPage = (): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Embedded Jira</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/emulator/assets/host.css">
</head>
<body>
<div id="root"></div>
<script type="module" src="/emulator/assets/host.js"></script>
</body>
</html>`;

export interface AppFrame {
  readonly moduleKey: string;
  readonly resourceKey: string;
}

/**
 * The page in which the app's front end runs, unseen. The bridge is there before the app's bundle is read; the frame's
 * own name tells the host which panel is calling.
 */
export const appFrame = ({ moduleKey, resourceKey }: AppFrame): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${escaped(moduleKey)}</title>
<script>window.__bridge = { callBridge: (command, data) => parent.__emulatorBridge(window.name, command, data) };</script>
</head>
<body>
<script src="/emulator/assets/apps/${encodeURIComponent(resourceKey)}.js"></script>
</body>
</html>`;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
