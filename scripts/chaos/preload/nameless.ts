import dns, { type LookupAddress } from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';

// Loaded before a server by the schedule of fault 1: `localhost` has no address until SIGUSR2 comes. Nothing is asked of any
// real name server, so that no request can leave the machine.

type Heard = (
  error: NodeJS.ErrnoException | null,
  address: string | LookupAddress[],
  family?: number,
) => void;

let resolves = false;
process.on('SIGUSR2', () => {
  resolves = true;
});

const answer = (name: string, options: { all?: boolean }, heard: Heard): void => {
  if (!resolves || name !== 'localhost') {
    const error = Object.assign(new Error(`getaddrinfo ENOTFOUND ${name}`), {
      code: 'ENOTFOUND',
      hostname: name,
    });
    process.nextTick(heard, error, '', 0);
  } else if (options.all) process.nextTick(heard, null, [{ address: '127.0.0.1', family: 4 }]);
  else process.nextTick(heard, null, '127.0.0.1', 4);
};

Object.assign(dns, {
  lookup: (name: string, options: { all?: boolean } | Heard, heard?: Heard) =>
    typeof options === 'function' ? answer(name, {}, options) : heard && answer(name, options, heard),
});
syncBuiltinESMExports();
