/** P4: what a household weighs on disk with its indexes, its search keys and its first event, and what a change adds (ADR 0013). */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import type { EventDocument, HouseholdDocument } from '../../cloudfunctions/repositories/documents';
import { startCloud, type BenchCloud } from '../cloud/cloud';
import { drive, type Job } from '../kit/load';
import { numberText } from '../kit/measure';
import { mean } from '../kit/statistics';
import type { OpenedStreet } from '../street/bench-street';
import type { FreshDoor } from '../street/seats';
import { documentsOf, save } from './census';
import { SaveFloor } from './floors';
import type { Bench } from './group';

type Shifts = readonly (readonly FreshDoor[])[];

interface Step {
  /** Bytes that the data file has grown by. */
  readonly bytes: number;
  readonly households: readonly HouseholdDocument[];
  readonly events: readonly EventDocument[];
}

/** One client, so that one warm function takes all of a worker's calls and the sixty an hour suffice for both rounds. */
const CLIENTS = 1;

async function grow(opened: OpenedStreet, jobsOf: (cloud: BenchCloud) => Job[][]): Promise<Step> {
  const before = fileBytes(opened);
  const cloud = await startCloud(opened);
  await drive(CLIENTS, jobsOf(cloud));
  const households = await documentsOf<HouseholdDocument>(cloud, 'households', {});
  const events = await documentsOf<EventDocument>(cloud, 'events', {});
  // Closing writes everything into the one file and leaves no log beside it.
  await cloud.close();
  return { bytes: fileBytes(opened) - before, households, events };
}

function fileBytes({ home }: OpenedStreet): number {
  return statSync(join(home, 'data.sqlite')).size;
}

/** Bytes a household by collection, its document and its indexes apart; pages as the file has them. */
function sharesOf({ home }: OpenedStreet, count: number): string {
  const database = new Database(join(home, 'data.sqlite'));
  const rows = database
    .prepare("SELECT name, SUM(pgsize) AS bytes FROM dbstat WHERE name GLOB '[cx]_*' GROUP BY name")
    .all() as { name: string; bytes: number }[];
  database.close();
  const weight = (pattern: RegExp): string =>
    numberText(
      Math.round(rows.reduce((sum, { name, bytes }) => sum + (pattern.test(name) ? bytes : 0), 0) / count),
    );
  return (
    `households ${weight(/^c_households$/)} B and their indexes ${weight(/^x_households_/)} B ` +
    `(search keys ${weight(/^x_households_keys/)} B), events ${weight(/^c_events$/)} B and theirs ${weight(/^x_events_/)} B`
  );
}

/** The same household with one answer changed. */
function edited(door: FreshDoor): FreshDoor {
  return { ...door, form: { ...door.form, contactOk: !door.form.contactOk } };
}

async function floorBytes(bench: Bench, shifts: Shifts): Promise<number> {
  const floor = await SaveFloor.start(bench.streets.newFolder());
  await drive(CLIENTS, floor.jobs(shifts));
  return (await floor.close()) / shifts.flat().length;
}

const bytesOf = (document: object): number => Buffer.byteLength(JSON.stringify(document));

export async function sizeGroup(bench: Bench): Promise<void> {
  const { report, settings, streets } = bench;
  report.remark(
    'the street has nobody in it yet: the files grow as they do in a census, not by splitting full pages',
  );
  const opened = (await streets.of(0)).open();
  const shifts = opened.takeDoors(settings.stored);
  const count = shifts.flat().length;
  const floor = await floorBytes(bench, shifts);
  const saved = await grow(opened, (cloud) =>
    shifts.map((shift) => shift.map((door) => () => save(cloud, door))),
  );
  report.remark(sharesOf(opened, count));
  const changed = await grow(opened, (cloud) =>
    shifts.map((shift) => shift.map((door) => () => save(cloud, edited(door), 1))),
  );
  const household = mean(saved.households.map(bytesOf));
  const event = mean(saved.events.map(bytesOf));
  const eachSave = saved.bytes / count;
  const eachEdit = changed.bytes / count;
  report.remark(
    `floor f1 ${numberText(floor)} B a household; ours ${numberText(eachSave)} B, of it the document ` +
      `${numberText(household)} B and its event ${numberText(event)} B as JSON; a later edit ${numberText(eachEdit)} B`,
  );
  report.measure({ name: 'size.household', value: eachSave / floor, unit: 'xF1', limit: { atMost: 5 } });
  report.measure({
    name: 'size.edit',
    value: eachEdit / household,
    unit: 'xDocument',
    limit: { atMost: 0.95 },
  });
  report.measure({ name: 'size.event', value: event, unit: 'B', limit: { atMost: 600 } });
}
