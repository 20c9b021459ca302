import type { BindingRow } from '#lib/bindings/store-facts.ts';
import { toNumberFacts, type Visibility } from '#lib/bindings/to-view.ts';
import { verdictOf } from '#lib/connection/verdict.ts';
import { labelOf, providerStateOf } from '#lib/domain/numbers/number-state.ts';
import type { App } from '#lib/entry/context.ts';
import type { NumberRow } from '#lib/numbers/store.ts';
import type { findLists } from '#lib/numbers/store-list.ts';
import type { HostUrls, ListView, NumberLine } from '#lib/numbers/view.ts';

/** The action that the key needs for reading the list, as CAM names it. */
const neededAction = 'ccc:DescribeNumbers';

export function toNumberLine(
  row: NumberRow,
  bindings: Map<string, BindingRow>,
  eyes: Visibility,
): NumberLine {
  const { appId, number, newestBindingId, boundBindingId, openBindingId } = row;
  const find = (id: string | null) => (id === null ? null : (bindings.get(id) ?? null));
  const label = labelOf(row);
  const certainty = { set: 'exact', unknown: 'uncertain', never: 'none' } as const;
  const facts = {
    newest: null,
    bound: find(boundBindingId),
    open: find(openBindingId),
    certainty: certainty[label],
  };
  return {
    ...toNumberFacts({ appId, number }, facts, eyes),
    newestBindingId,
    appName: eyes.apps.find((app) => app.id === appId)?.name ?? appId,
    label,
    provider: {
      state: providerStateOf(row),
      code: row.providerState,
      readAt: row.providerReadAt?.toISOString() ?? null,
    },
  };
}

type ListRow = Awaited<ReturnType<typeof findLists>>[number];

export function toListView({ id, name }: App, row: ListRow | undefined): ListView {
  const { readAt, readBy, numberCount, skippedCount, failedAt, errorCode } = row ?? {};
  const byPolicy = errorCode ? verdictOf({ outcome: 'refused', code: errorCode }) === 'limited' : false;
  return {
    appId: id,
    appName: name,
    read: readAt
      ? {
          at: readAt.toISOString(),
          by: readBy ?? '',
          count: numberCount ?? 0,
          skipped: skippedCount ?? 0,
        }
      : null,
    reading: row?.isReading ? { by: row.readingBy ?? '', count: row.readingCount } : null,
    failure:
      failedAt && errorCode
        ? {
            at: failedAt.toISOString(),
            code: errorCode,
            message: row?.errorMessage ?? null,
            requestId: row?.errorRequestId ?? null,
            missingAction: byPolicy ? neededAction : null,
          }
        : null,
  };
}

/** URLs that look the same to this viewer are one URL to them. */
export function toHostUrls(
  { urls, more }: HostUrls,
  shown: (url: string) => string,
  firstLimit: number,
): HostUrls {
  const merged = new Map<string, HostUrls['urls'][number]>();
  for (const each of urls) {
    const url = shown(each.url);
    const before = merged.get(url);
    merged.set(url, {
      url,
      numbers: each.numbers + (before?.numbers ?? 0),
      first: [...(before?.first ?? []), ...each.first].slice(0, firstLimit),
    });
  }
  return { urls: [...merged.values()], more };
}
