import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createControlHandler } from '#lib/simulator/control-server.ts';
import { createEndpoint } from '#lib/simulator/endpoint.ts';
import type { SimulatorOptions } from '#lib/simulator/flags.ts';

/** What whoever started the simulator needs to know; printed as one line of JSON. */
export type Ready = { endpoint: string; control: string; secretId: string; secretKey: string };

/** Idle sockets stay open well above a client's pool, so that a test decides when one is closed. */
const keepAliveTimeoutMs = 60_000;

/** Opens both loopback ports. Rejects when one of them is taken. */
export async function serve(options: SimulatorOptions): Promise<Ready> {
  const endpoint = createEndpoint(options);
  const ids = new WeakMap<Socket, number>();
  let connections = 0;

  const server = createServer({ keepAliveTimeout: keepAliveTimeoutMs }, (message, response) => {
    endpoint
      .handle(message, response, ids.get(message.socket) ?? 0)
      .catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  });
  server.on('connection', (socket: Socket) => {
    connections += 1;
    ids.set(socket, connections);
    socket.on('error', () => undefined);
  });
  const port = await listen(server, options.port);
  endpoint.listenAs([`127.0.0.1:${port}`, `localhost:${port}`]);

  const control = createServer(
    { keepAliveTimeout: keepAliveTimeoutMs },
    createControlHandler(endpoint, { connections: () => connections }),
  );
  const controlPort = await listen(control, options.controlPort);
  return {
    endpoint: `http://127.0.0.1:${port}`,
    control: `http://127.0.0.1:${controlPort}`,
    secretId: options.secretId,
    secretKey: options.secretKey,
  };
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen({ port, host: '127.0.0.1' });
  await once(server, 'listening');
  const address = server.address() as AddressInfo; // a TCP server that listens always has one
  return address.port;
}
