/** Keeps `off` for who has hidden the chart; the server reads it, so that the page does not jump. */
export const chartCookie = 'patchboard-chart';
