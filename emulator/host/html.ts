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
 * Answers come from another realm (the host's page): they are copied into this one and failures become errors of this
 * one, as they are behind the platform's bridge. What holds functions, such as an unsubscribe, cannot be copied.
 * Failures that nobody handles are told to the host, which keeps them in the log. A frame that is seen and asks for the
 * theme gets the page's tokens and follows its colour mode.
 */
const FRAME_SCRIPT = `
const copy = (value) => { try { return structuredClone(value); } catch { return value; } };
const wearTheme = () => {
  const page = parent.document;
  for (const name of ['data-theme', 'data-color-mode']) {
    document.documentElement.setAttribute(name, page.documentElement.getAttribute(name) ?? '');
  }
  for (const style of page.head.querySelectorAll('style[data-theme]')) {
    const worn = [...document.head.querySelectorAll('style[data-theme]')];
    if (worn.every((one) => one.dataset.theme !== style.dataset.theme)) document.head.append(style.cloneNode(true));
  }
};
const followTheme = () => {
  wearTheme();
  const observer = new MutationObserver(wearTheme);
  observer.observe(parent.document.documentElement, { attributes: true });
  observer.observe(parent.document.head, { childList: true });
};
const callBridge = async (command, data) => {
  if (command === 'enableTheming' && !window.frameElement.hidden) followTheme();
  try { return copy(await parent.__emulatorBridge(window.name, command, data)); }
  catch (failure) { throw new Error(failure.message); }
};
window.__bridge = { callBridge };
const broken = (failure) => void callBridge('onError', { error: { message: String(failure?.message ?? failure) } });
window.addEventListener('error', (event) => broken(event.error ?? event.message));
window.addEventListener('unhandledrejection', (event) => broken(event.reason));
`;

/**
 * The page in which the app's front end runs, unseen. The bridge is there before the app's bundle is read; the frame's
 * own name tells the host which module is calling.
 */
export const appFrame = ({ moduleKey, resourceKey }: AppFrame): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${escaped(moduleKey)}</title>
<link rel="icon" href="data:,">
<script>${FRAME_SCRIPT}</script>
</head>
<body>
<script src="/emulator/assets/apps/${encodeURIComponent(resourceKey)}.js"></script>
</body>
</html>`;

/**
 * The page of a Custom UI module, as the app wrote it: the bridge comes before its first script, and relative addresses
 * lead to the resource's own folder.
 */
export const customFrame = ({ resourceKey }: AppFrame, page: string): string =>
  page.replace(
    /<head[^>]*>/i,
    (head) =>
      `${head}<base href="/emulator/assets/static/${encodeURIComponent(resourceKey)}/"><script>${FRAME_SCRIPT}</script>`,
  );

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
