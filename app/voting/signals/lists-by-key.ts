/** Adds to the list under a key, in place: with fifty thousand ballots a new list for each would take minutes. */
export function addTo<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}
