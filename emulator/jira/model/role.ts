/** A project role: the name is of the whole site, who is in it of each project. */
export interface Role {
  readonly id: string;
  readonly name: string;
  readonly description: string;
}

export interface RoleActors {
  readonly accountIds: readonly string[];
  readonly groupIds: readonly string[];
}
