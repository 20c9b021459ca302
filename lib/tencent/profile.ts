/** Keys and raw values of the `[default]` section of a profile file, as Tencent's own tools write it. */
export function readProfile(ini: string): Map<string, string> {
  const values = new Map<string, string>();
  let section = '';
  for (const line of ini.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)) {
    const heading = /^\s*\[([^\]]*)\]\s*$/.exec(line);
    if (heading) section = heading[1]?.trim() ?? '';
    const pair = /^\s*([A-Za-z_]+)\s*=(.*)$/.exec(line);
    if (pair?.[1] && section === 'default') values.set(pair[1], pair[2] ?? '');
  }
  return values;
}
