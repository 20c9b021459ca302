import fs from 'node:fs';
import type { Fact, Facts } from '#scripts/power-cut/facts.ts';
import type { Recording } from '#scripts/power-cut/operation.ts';
import { record } from '#scripts/power-cut/record.ts';

/** What was going on from this place of the log on. */
export type Phase = { name: string; from: number };
/** A fact, and how long the log was when somebody was told of it: whoever cuts the power then or later must keep it. */
type Told = { at: number; fact: Fact };

/** One run of the database: what it did to the disk, and what it told meanwhile. */
export type Run = { recording: Recording; phases: Phase[]; told: Told[] };

export class Ledger {
  readonly run: Run;
  private readonly last = new Map<string, Fact>();
  private readonly recorder: ReturnType<typeof record>;

  /** `known`: what was told before this run, and is on the disk already. */
  constructor(root: string, known: Iterable<Fact>) {
    fs.mkdirSync(root, { recursive: true });
    this.recorder = record(root);
    this.run = { recording: this.recorder, phases: [], told: [] };
    for (const fact of known) this.tell(fact);
  }

  phase(name: string): void {
    this.run.phases.push({ name, from: this.recorder.operations.length });
  }

  tell(fact: Fact): void {
    const before = this.last.get(fact.about);
    if (before && before.progress >= fact.progress && (before.final === fact.final || fact.final === null))
      return;
    this.last.set(fact.about, fact);
    this.run.told.push({ at: this.recorder.operations.length, fact });
  }

  tellAll(facts: Facts): void {
    for (const fact of facts.values()) this.tell(fact);
  }

  end(): void {
    this.recorder.stop();
  }
}

/** What had been told before a cut, each thing as it was told last. */
export function toldBefore({ told }: Run, cut: number): Fact[] {
  const last = new Map<string, Fact>();
  for (const { at, fact } of told) if (at <= cut) last.set(fact.about, fact);
  return [...last.values()];
}
