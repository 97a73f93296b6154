export const TABLES = {
  FLAGS: 'feature_flags',
}
