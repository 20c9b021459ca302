import type { ProxySign } from '#lib/server/peer.ts';
import { processSingleton } from '#lib/server/process-singleton.ts';

const holder = () => processSingleton<{ sign: ProxySign }>('proxy-sign', () => ({ sign: 'fits' }));

/** Keeps what requests show of the proxies in front: the newest sign that something does not fit. */
export function noteProxySign(sign: ProxySign): void {
  if (sign !== 'fits') holder().sign = sign;
}

export const findProxySign = (): ProxySign => holder().sign;
