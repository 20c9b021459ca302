import { Agent, type ClientRequestArgs } from 'node:http';
import { connect } from 'node:net';
import { ccc } from 'tencentcloud-sdk-nodejs/tencentcloud/services/ccc/index.js';

/** A client of the official SDK against a local endpoint. */
export function sdkClient({
  port,
  secretId,
  secretKey,
}: {
  port: number;
  secretId: string;
  secretKey: string;
}) {
  /** The SDK reads the service out of the host name, so it keeps that and is led here by its agent. */
  class LoopbackAgent extends Agent {
    override createConnection(_: ClientRequestArgs) {
      return connect({ host: '127.0.0.1', port, noDelay: true });
    }
  }
  const agent = new LoopbackAgent({ keepAlive: true });
  const httpProfile = { endpoint: 'ccc.intl.tencentcloudapi.com', protocol: 'http://', agent };
  return new ccc.v20200210.Client({ credential: { secretId, secretKey }, profile: { httpProfile } });
}
