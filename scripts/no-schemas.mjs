// Stands in for the validator, its formats and the versions that `conf` loads for schemas and migrations: ours has neither.
export function Ajv2020() {
  throw new Error('this program was built without schemas for conf');
}

export default {};
