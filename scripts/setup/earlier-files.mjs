import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** A tab that was opened before an update is still served for so long, in ms. */
const keptForMs = 24 * 60 * 60_000;
/** A build has about 3 MB. */
const mostBytesKept = 64 * 1024 * 1024;

/**
 * Files of earlier builds, which a tab opened before an update may still ask for: their names hold their content's hash,
 * so they never clash with a new build's. `next build` empties its folder except for `cache`, where they wait meanwhile.
 *
 * @param {string} distDir the build's folder, such as `.next`
 * @param {number} mostBytes of all of them; the newest are kept
 */
export function earlierFiles(distDir, mostBytes = mostBytesKept) {
  const served = join(distDir, 'static');
  const store = join(distDir, 'cache', 'patchboard-earlier');
  const list = join(distDir, 'cache', 'patchboard-earlier.json');

  return {
    /** Before a build: copies what is served now. @param {number} nowMs */
    setAside(nowMs) {
      const left = readList();
      for (const path of filesIn(served)) {
        if (path in left) continue;
        copy(join(served, path), join(store, path));
        left[path] = nowMs;
      }
      writeList(left);
    },
    /** After it: serves them again, unless the new build has the same file, they are too old or too many. @param {number} nowMs */
    putBack(nowMs) {
      const kept = wanted(nowMs, (path) => !existsSync(join(served, path)));
      for (const path of Object.keys(kept)) copy(join(store, path), join(served, path));
    },
    /** Takes the ones that are too old by now out of what is served. @param {number} nowMs */
    dropOld(nowMs) {
      const before = Object.keys(readList());
      const kept = wanted(nowMs, () => true);
      for (const path of before) if (!(path in kept)) rmSync(join(served, path), { force: true });
    },
  };

  /** Forgets, in the list and the store, what is not wanted; gives the rest with the time it was last current. */
  function wanted(nowMs, isWanted) {
    let bytes = 0;
    const kept = {};
    for (const [path, leftAt] of Object.entries(readList()).sort(([, a], [, b]) => b - a)) {
      const size = statSync(join(store, path), { throwIfNoEntry: false })?.size ?? 0;
      const isKept = size > 0 && nowMs - leftAt < keptForMs && bytes + size <= mostBytes && isWanted(path);
      if (isKept) {
        bytes += size;
        kept[path] = leftAt;
      } else rmSync(join(store, path), { force: true });
    }
    writeList(kept);
    return kept;
  }

  /** By path, when a file was last part of the newest build, in ms. */
  function readList() {
    try {
      return JSON.parse(readFileSync(list, 'utf8'));
    } catch {
      return {};
    }
  }

  function writeList(left) {
    mkdirSync(dirname(list), { recursive: true });
    writeFileSync(list, JSON.stringify(left));
  }
}

function copy(from, to) {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
}

function filesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}
