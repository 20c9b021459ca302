const oneYearSeconds = 31_536_000;

/** Keeps a choice of the viewer in a cookie the server reads when it writes the next page. */
export function setPreferenceCookie(cookie: string, value: string): void {
  const secure = window.location.protocol === 'https:' ? '; Secure' : '';
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is absent on plain http and in older browsers
  document.cookie = `${cookie}=${value}; Path=/; Max-Age=${oneYearSeconds}; SameSite=Lax${secure}`;
}
