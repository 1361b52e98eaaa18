import { areaContract } from '@domain/contract/area';
import { serve } from '../../kernel/endpoint';
import { createBuilding } from './procedures/create-building';
import { editDoor } from './procedures/edit-door';
import { listBuildings } from './procedures/list-buildings';
import { listDoors } from './procedures/list-doors';
import { listGrids } from './procedures/list-grids';
import { pickDoor } from './procedures/pick-door';
import { searchCompounds } from './procedures/search-compounds';

export const main = serve({
  contract: areaContract,
  procedures: { searchCompounds, listBuildings, listDoors, listGrids, pickDoor, createBuilding, editDoor },
});
