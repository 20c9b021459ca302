/** A browser and a system by name, as far as its own description tells; null for what is not known. */
export type Device = { browser: string | null; system: string | null };

/** What a person sees of one of their sessions. Times are UTC ISO 8601. */
export type SessionView = {
  id: string;
  device: Device;
  address: string | null;
  startedAt: string;
  /** To the minute. */
  lastUsedAt: string;
  /** It is the one that asks. */
  current: boolean;
};

/** The session that asks comes first, then the last used one. */
export type AccountView = { name: string; email: string; sessions: SessionView[] };

// In this order: Edge and Opera call themselves Chrome too, and Chrome calls itself Safari.
const browsers: [mark: RegExp, name: string][] = [
  [/\bEdgi?A?(OS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bMicroMessenger\//, 'WeChat'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bVersion\/[\d.]+.* Safari\//, 'Safari'],
];

const systems: [mark: RegExp, name: string][] = [
  [/\b(iPhone|iPad|iPod)\b/, 'iOS'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
];

const nameIn = (list: typeof browsers, text: string): string | null =>
  list.find(([mark]) => mark.test(text))?.[1] ?? null;

/** Reads a User-Agent header. It is whatever the client says: nothing of its own text is shown. */
export function readDevice(userAgent: string | null): Device {
  const text = (userAgent ?? '').slice(0, 500);
  return { browser: nameIn(browsers, text), system: nameIn(systems, text) };
}
