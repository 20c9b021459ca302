import { connection } from 'next/server';
import { pingDatabase } from '#lib/db/client.ts';

/** Says only whether the database answers: no versions, no names. */
export async function GET(): Promise<Response> {
  await connection();
  const healthy = await pingDatabase();
  return Response.json({ status: healthy ? 'ok' : 'unavailable' }, { status: healthy ? 200 : 503 });
}
