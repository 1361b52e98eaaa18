/** Where a role works. A role without an entry has the resident's tabs and nothing else. */
import type { Role } from '@domain/identity/role';

export const WORKSPACES: Readonly<Partial<Record<Role, string>>> = {};
