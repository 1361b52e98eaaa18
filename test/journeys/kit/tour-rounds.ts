/** What a worker settles between two rounds: tasks, rents, people who are listed twice, two answers of one household. */
import { listedTwice } from '../../cloudfunctions/duplicate/duplicates-kit';
import { walkFrom } from '../../cloudfunctions/fixture/offline';
import { register } from '../../cloudfunctions/fixture/residents';
import { taskAt } from '../../cloudfunctions/fixture/tasks';
import { landlordHome, letDoor } from '../../cloudfunctions/fixture/tenants';
import type { TestStreet } from '../../cloudfunctions/fixture/street';
import { radio } from './family';
import type { Look } from './journey';
import type { Tour } from './tour';

/** After a week the landlord's silence is the worker's to settle. */
const SILENT_MS = 7 * 86_400_000;
const WORKER = '/packages/worker/pages';

/** Two workers said different things of one household without sight of each other. */
async function disputed(street: TestStreet): Promise<string> {
  const door = street.door('苹果花园 3-2-502');
  const { _id: id, version } = await register(street, door);
  for (const [person, useState] of [
    ['worker W1', 2],
    ['worker W2', 9],
  ] as const) {
    const walk = await walkFrom(street, person, door);
    await walk.sync([walk.correction({ id, version }, { answers: { useState } })]);
  }
  return id;
}

/** Tasks of a worker, the choice between two answers, the notes of a building, the records that wait on the phone. */
export async function tourTasks(tour: Tour, look: Look = {}): Promise<void> {
  const { street } = tour;
  const householdId = await disputed(street);
  const late = taskAt(street, '苹果花园 3-2-601', { kind: 'verifyDoor', dueOn: '2026-03-08' });
  const tasks = await street.all<object>('tasks');
  await street.replaceAll('tasks', [...tasks, late, taskAt(street, '苹果花园 3-2-402')]);
  const phone = await tour.phone('worker W1', look);
  await tour.goTo(phone, `${WORKER}/tasks/tasks`);
  await tour.stop('worker-tasks', phone);
  await tour.goTo(phone, `${WORKER}/questions/questions?household=${householdId}`);
  await tour.stop('worker-questions', phone);
  const { id, buildingId } = street.door('苹果花园 3-2-502');
  await tour.goTo(phone, `${WORKER}/door/door?door=${id}&building=${buildingId}`);
  await tour.stop('worker-disputed', phone);
  const community = await tour.phone('community S', look);
  await tour.goTo(community, `${WORKER}/tasks/tasks`);
  await tour.stop('community-tasks', community);
}

/** A rent that the landlord has kept silent about, a person in two households, and whether somebody is counted elsewhere. */
export async function tourDoubts(tour: Tour, look: Look = {}): Promise<void> {
  const { street } = tour;
  await landlordHome(street);
  await listedTwice(street);
  await street.clock.set(street.clock.now() + SILENT_MS);
  await street.runTimer('noteSilence');
  const phone = await tour.phone('worker W2', { ...look, now: street.clock.now() });
  await tour.goTo(phone, `${WORKER}/tenancies/tenancies`);
  await tour.stop('worker-tenancies', phone);
  await tour.goTo(phone, `${WORKER}/duplicates/duplicates`);
  await tour.stop('worker-duplicates', phone);
  await tour.goTo(phone, `${WORKER}/counted/counted?door=${letDoor(street).id}`);
  await phone.type('姓名', '丁小海');
  await phone.tap(radio('男'));
  await tour.stop('worker-counted', phone);
}

/** A round out of reach of the network: the door, the notes of the building, what waits on the phone. For pictures. */
export async function tourRound(tour: Tour, look: Look = {}): Promise<void> {
  const phone = await tour.phone('volunteer V1', look);
  await tour.goTo(phone, `${WORKER}/today/today`);
  await phone.tap('下载今天要走的');
  await phone.see('下载好了，没网也能用');
  await tour.stop('volunteer-today', phone);
  await phone.network('offline');
  await phone.tap({ role: 'button', name: /^苹果花园 3号楼/ });
  await phone.tap({ role: 'button', name: /^302，/ });
  await phone.tap(radio('无人'));
  await phone.see('记下了：无人');
  await tour.stop('round-door', phone);
  await phone.back();
  await phone.tap({ role: 'link', name: '楼栋提示' });
  await tour.stop('round-notes', phone);
  await phone.back();
  await phone.tap({ role: 'link', name: /^待上传/ });
  await phone.tap({ role: 'button', name: /302/ });
  await tour.stop('round-outbox', phone);
}
