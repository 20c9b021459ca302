import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';

// Loaded before a process by embedded.test.ts: the disk cannot keep a database's files while `broken` stands beside them.

const { fsyncSync } = fs;
fs.fsyncSync = (descriptor) => {
  const file = fs.readlinkSync(`/proc/self/fd/${descriptor}`);
  const [dataDir] = file.split('/database/');
  if (file !== dataDir && fs.existsSync(path.join(dataDir ?? '', 'broken')))
    throw Object.assign(new Error('EIO: i/o error, fsync'), { code: 'EIO' });
  fsyncSync(descriptor);
};
syncBuiltinESMExports();
