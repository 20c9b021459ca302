import { maskUrlSecrets } from '#lib/domain/urls/callback-url-secrets.ts';

// What believable history is made of: people, hosts, callback URLs and numbers. The same seed gives the same ones.

export type SeedPerson = { id: string; name: string; email: string; mayBind: boolean };
export type SeedUrl = { url: string; masked: string; host: string };
export type SeedNumber = { app: string; number: string; type: 'number' | 'inner' | null };

/** Mulberry32: small, fast, and the same on every machine. Gives whole numbers below `below`. */
export function dice(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const names = [
  ...['Ada Lin', '王小明', 'Bo Chen', '陈思远', 'Mei Zhao', 'Tomás Ruiz', 'Priya Nair', 'Jonas Weiß'],
  ...['李静', 'Olga Petrova', 'Sam Carter', 'Yuki Tanaka'],
];

/** Eight who bind and four who only read. */
export const seedPeople: SeedPerson[] = names.map((name, index) => ({
  id: `seed-person-${index + 1}`,
  name,
  email: `person${index + 1}@calls.example`,
  mayBind: index < 8,
}));

export const seedApps = ['1400000000', '1400000001', '1400000002'];

const hostWords = [
  ...['ivr', 'hooks', 'calls', 'voice', 'router', 'cc-gateway', 'agents', 'queue', 'bot', 'survey'],
];
const companies = ['acme.example', 'northwind.example', 'lotus-finance.example', 'sz-logistics.example'];

/** Forty hosts. Those at the end were given up half way through the year. */
export const seedHosts = companies.flatMap((company) => hostWords.map((word) => `${word}.${company}`));

const flows = [
  'main',
  'sales',
  'after-hours',
  'vip',
  'claims',
  'billing',
  'overflow',
  'returns',
  'onboarding',
];

const hex = (roll: (below: number) => number, length: number): string =>
  Array.from({ length }, () => roll(16).toString(16)).join('');

/** Callback URLs, grouped by host in the order of the hosts; one in five carries a secret. */
export function seedUrls(seed: number, count: number): SeedUrl[] {
  const roll = dice(seed + 1);
  return Array.from({ length: count }, (_, index) => {
    const host = seedHosts[Math.floor((index * seedHosts.length) / count)] ?? '';
    const path = `/ccc/v${1 + roll(3)}/${flows[roll(flows.length)]}/incoming`;
    const query = `tenant=${1000 + roll(400)}${roll(5) === 0 ? `&token=${hex(roll, 32)}` : ''}`;
    const url = `https://${host}${path}?${query}`;
    return { url, masked: maskUrlSecrets(url), host };
  });
}

const areas = ['0755', '010', '021', '020', '0571', '028', '0592', '0512'];

/** Numbers, each in one app: mostly lines, some mobiles, and extensions. */
export function seedNumbers(seed: number, count: number, apps: readonly string[]): SeedNumber[] {
  const roll = dice(seed + 2);
  const taken = new Set<string>();
  return Array.from({ length: count }, (_, index) => {
    const app = apps[Math.max(0, roll(apps.length + 2) - 2)] ?? '';
    const kind = index % 20;
    let number: string;
    do {
      if (kind === 0) number = String(1000 + roll(9000 + count));
      else if (kind < 4) number = `00861${3 + roll(6)}${String(roll(10 ** 9)).padStart(9, '0')}`;
      else number = `0086${areas[roll(areas.length)]}${String(2 * 10 ** 7 + roll(7 * 10 ** 7))}`;
    } while (taken.has(number));
    taken.add(number);
    return { app, number, type: kind === 0 ? 'inner' : kind % 5 === 2 ? null : 'number' };
  });
}
