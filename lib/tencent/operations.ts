import type { NumberType } from '#lib/domain/outcome.ts';
import { sha256Hex } from '#lib/tencent/sign.ts';

export const apiVersion = '2020-02-10';
/** Names the credential scope. It does not follow the host, so that a loopback endpoint verifies too. */
export const serviceName = 'ccc';

export type BindRequest = {
  /** Exact decimal digits: the wire carries an integer of up to 64 bits, which a JS number cannot hold. */
  sdkAppId: string;
  number: string;
  /** Null: CallInInterface is left out. What the provider does then is not documented. */
  callbackUrl: string | null;
  /** Null: NumberType is left out. */
  numberType: NumberType | null;
};

/** The bytes of one request, built once; the same buffer is hashed, signed and sent. */
export type Prepared = {
  action: 'BindNumberCallInInterface' | 'DescribeNumbers';
  body: Buffer;
  bodySha256: string;
};

const exactDigits = /^(?:0|[1-9][0-9]{0,19})$/;

/** Throws on an SdkAppId that is not exact digits: callers have checked it long before. */
function appField(sdkAppId: string): string {
  if (!exactDigits.test(sdkAppId)) throw new RangeError('sdkAppId must be exact decimal digits');
  return `"SdkAppId":${sdkAppId}`;
}

function prepare(action: Prepared['action'], fields: readonly string[]): Prepared {
  const body = Buffer.from(`{${fields.join(',')}}`, 'utf8');
  return { action, body, bodySha256: sha256Hex(body) };
}

/**
 * Builds the body field by field, because the API answers UnknownParameter to a field it has not defined.
 */
export function prepareBind(request: BindRequest): Prepared {
  const fields = [appField(request.sdkAppId), `"Number":${JSON.stringify(request.number)}`];
  if (request.callbackUrl !== null) {
    fields.push(`"CallInInterface":{"URL":${JSON.stringify(request.callbackUrl)}}`);
  }
  if (request.numberType !== null) fields.push(`"NumberType":${JSON.stringify(request.numberType)}`);
  return prepare('BindNumberCallInInterface', fields);
}

/** One page of an app's numbers. */
export type NumbersRequest = Pick<BindRequest, 'sdkAppId'> & {
  /** Counted from 0. */
  pageNumber: number;
  pageSize: number;
};

export function prepareDescribeNumbers({ sdkAppId, pageNumber, pageSize }: NumbersRequest): Prepared {
  const fields = [appField(sdkAppId), `"PageNumber":${pageNumber}`, `"PageSize":${pageSize}`];
  return prepare('DescribeNumbers', fields);
}

/** The smallest read there is: one number of an app. It changes nothing, and proves key, clock and app. */
export const prepareReadOfNumbers = ({ sdkAppId }: Pick<BindRequest, 'sdkAppId'>): Prepared =>
  prepareDescribeNumbers({ sdkAppId, pageNumber: 0, pageSize: 1 });
