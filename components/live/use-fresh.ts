import { useQueryClient, type QueryKey } from '@tanstack/react-query'
import { useEffect } from 'react'
import { onChange } from './told'
import { useMissed } from './use-missed'

/**
 * Reads some queries again when something of a noun changed: one reading at a time, and once more when something came
 * meanwhile. A burst of changes costs readings one after another, and the last of them has seen the last change.
 */
export function useFresh(noun: string, id: string | undefined, keys: readonly QueryKey[]) {
  const client = useQueryClient()
  const names = JSON.stringify(keys)
  useMissed(noun, keys)
  useEffect(() => {
    let reading = false
    let again = false
    let gone = false
    const read = async () => {
      if (reading) return void (again = true)
      reading = true
      do {
        again = false
        const asked = (JSON.parse(names) as QueryKey[]).map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        )
        await Promise.all(asked)
      } while (again && !gone)
      reading = false
    }
    const leave = onChange((changed, of) => {
      if (changed === noun && (id === undefined || id === of)) void read()
    })
    return () => {
      gone = true
      leave()
    }
  }, [client, noun, id, names])
}
