export const loadReviewDialog = () => import('#components/review/review-dialog.tsx');
export const loadResultPanel = () => import('#components/review/result-panel.tsx');

/**
 * What asks and what shows the answer, both here before the button that sends can be pressed: a binding that is done
 * must not wait for a file that an update has removed.
 */
export const loadReviewAndResult = () => Promise.all([loadReviewDialog(), loadResultPanel()]);
