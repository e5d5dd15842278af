/** A menu is drawn at the end of the document, above the dialog (layer 510) whose scrolling would else cut it. */
export const MENU_ABOVE_DIALOGS = {
  menuPortalTarget: document.body,
  styles: { menuPortal: (base: object) => ({ ...base, zIndex: 520 }) },
};
