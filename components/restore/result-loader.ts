/** The panel's code comes with the dialog's: a result must not wait for the network. */
export const loadResultPanel = () => import('#components/bindings/result-panel.tsx');
