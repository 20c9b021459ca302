/** The dialog's code comes when somebody is about to need it, not with the page. */
export const loadReviewDialog = () => import('#components/bindings/review-dialog.tsx');
