/** Percent-encoded runs as the text that they stand for; what is no UTF-8, or no encoding at all, stays as it is. */
export const decodePercent = (text: string): string =>
  text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
