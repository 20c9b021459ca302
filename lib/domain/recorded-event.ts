import type { HomeCountry } from '#lib/domain/numbers/home-country.ts';
import type { ReadingScope } from '#lib/domain/reading-limits.ts';
import type { Role } from '#lib/domain/role.ts';
import type { SetbackKind } from '#lib/domain/setback.ts';

/**
 * What is recorded besides bindings: acts on people, sign-ins, settings and batches, what was read in bulk or whole, and what
 * was denied. A new kind is a new member here, a sentence in the messages and a place among the filters
 * (lib/audit-log/search-params.ts); the table takes any.
 */
export type RecordedEvent =
  | {
      kind: 'export';
      details: {
        format: ExportFormat;
        /** The query string of history that shows the same rows; empty for all of them. */
        query: string;
        zone: string;
        /** Counted before the first byte left. */
        rows: number;
        /** Cursor of the newest row in it; null for none. */
        newest: string | null;
      };
    }
  | {
      kind: 'reveal';
      details: { bindingId: string; which: RevealedUrl; appId: string; number: string };
    }
  | {
      kind: 'setback';
      details: {
        setback: SetbackKind;
        /** UTC ISO 8601. */
        since: string;
        /** So many numbers might have differed when it was acknowledged. */
        numbers: number;
      };
    }
  | {
      kind: 'homeCountry';
      details: { old: HomeCountry; new: HomeCountry };
    }
  | {
      kind: 'app';
      details: {
        act: AppAct;
        appId: string;
        /** Its name before and after; null where it was not known before. */
        old: string | null;
        new: string;
      };
    }
  /** More rows were read in ten minutes than a person looks at; the event counts them. */
  | { kind: 'bulkRead'; details: { scope: ReadingScope } }
  /** Whole URLs were given for the lines of a batch; the event counts them. `batchId`: null for one that is not stored. */
  | { kind: 'urlsRead'; details: { use: UrlsReadFor; batchId: string | null } }
  | { kind: 'denied'; details: DeniedAct }
  | { kind: 'counted'; details: CountedActs }
  | { kind: 'signIn'; details: SignInAct }
  | { kind: 'person'; details: PersonAct }
  | { kind: 'reset'; details: Subject & { by: LinkMaker | null } }
  | { kind: 'batch'; details: BatchAct }
  | { kind: 'check'; details: { verdict: CheckVerdict; code: string | null } }
  | { kind: 'account'; details: AccountAct };

/** `source`: numbers of the board to begin with. `undo`: lines that put back. `facts`: what a dry run replaces. `report`: its CSV, masked. */
export type UrlsReadFor = 'source' | 'undo' | 'facts' | 'report';

/** What somebody changed about an account: their own, or by the command line. */
export type AccountAct =
  | { act: 'name_changed'; from: string; to: string }
  /** `ended`: sessions of other browsers that ended with it. */
  | { act: 'password_changed'; ended: number }
  | { act: 'sessions_ended'; ended: number }
  /** They know of a reset of their password by a link, of that time. */
  | { act: 'reset_confirmed'; resetId: string; at: string }
  /** A link for a new password was made by `npm run admin`. */
  | ({ act: 'reset_link_made' } & Subject);

/** Ids of actors that are no person of the console: people have UUIDs. */
export const actorIds = {
  /** `npm run admin`. */
  commandLine: 'command-line',
  /** Not signed in: a failed sign-in, or a person who follows a link. */
  unknown: 'unknown',
  /** The console itself, such as a batch that pauses because the provider refuses it. */
  system: 'system',
} as const;

/** `person`, or which of `actorIds` did it. */
export type ActorKind = 'person' | keyof typeof actorIds;

export const actorKindOf = (id: string): ActorKind =>
  (Object.keys(actorIds) as (keyof typeof actorIds)[]).find((kind) => actorIds[kind] === id) ?? 'person';

/** Whom an event is about, in its details. `personId` and `appId` of the details are columns too, to search by. */
export type Subject = { personId: string; name: string; email: string };

/**
 * Further acts of a kind that were only counted, see lib/audit-log/repeated.ts: of one person, for one account, from one network,
 * or all of them.
 */
export type CountedActs = {
  of: 'denied' | 'signIn';
  scope: CountScope;
  /** When the hour began, UTC ISO 8601. */
  hour: string;
  /** So many before it are events of their own. */
  limit: number;
};
export type CountScope = 'person' | 'account' | 'network' | 'all';

/** `returned`: a retired app that is in use again. */
export type AppAct = 'added' | 'renamed' | 'retired' | 'returned';

export type SignInAct =
  | { act: 'signed_in'; way: 'password' | 'link' | 'set_up'; sessionId: string }
  /** A wrong password, at sign-in or as the old one on the account page. */
  | ({ act: 'failed'; page: 'sign_in' | 'account' } & MaybeSubject)
  | ({ act: 'throttled'; seconds: number } & MaybeSubject)
  | { act: 'signed_out' };

/**
 * What a read with the key proved. `limited`: the key is accepted and only may not read numbers, which binding does not
 * need. `unclear`: no answer that says anything about the key.
 */
export type CheckVerdict = 'works' | 'limited' | 'refused' | 'not_sent' | 'unclear';

/** Whose email was typed at sign-in; `personId` null: nobody has it. */
export type MaybeSubject = Subject | { personId: null };

export type PersonAct = Subject &
  (
    | { act: 'added'; role: Role }
    /** `replaced`: older links that no longer work. */
    | { act: 'link_made'; purpose: 'invitation' | 'new_password'; replaced: number }
    /** The invitation was used: the person has a first password. */
    | { act: 'joined'; by: LinkMaker | null }
    | { act: 'role_changed'; from: Role; to: Role; ended: number }
    /** With their sessions and links that ended. */
    | { act: 'disabled'; ended: number; links: number }
    | { act: 'enabled' }
    /** The first admin. */
    | { act: 'set_up'; way: 'link' | 'environment' }
  );

/** Who made a link for a password, and when (UTC ISO 8601). */
export type LinkMaker = { id: string; name: string; email: string; address: string | null; at: string };

/** `code`: why the console paused it itself. */
export type BatchAct = { batchId: string; title: string | null } & (
  | { act: 'started' | 'retried'; lines: number }
  | { act: 'paused' | 'resumed' | 'stopped'; code: string | null }
);

/** What a person without the right asked for. */
export type DeniedAct = DeniedBatchAct | { act: 'page' | 'request'; permission: string };

export type DeniedBatchAct = {
  act: 'start' | 'retry' | 'paused' | 'running' | 'stopped';
  /** Null: it was to be a new one. Whatever was asked for, which may be no batch's id. */
  batchId: string | null;
  /** How many lines were to be sent. */
  lines: number | null;
};

export const exportFormats = ['csv', 'xlsx', 'jsonl'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** A workbook of more rows takes longer to open than anybody waits; the other formats have no limit. */
export const workbookRows = 100_000;

/** The wanted URL of a binding, or the one it was to replace. */
export const revealedUrls = ['new', 'previous'] as const;
export type RevealedUrl = (typeof revealedUrls)[number];
