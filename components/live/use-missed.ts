import { useQueryClient, type QueryKey } from '@tanstack/react-query'
import { useEffect } from 'react'
import { toldLately } from './told'

/** Reads queries again at the start when something of their noun was told lately: the server may have read them before. */
export function useMissed(noun: string, keys: readonly QueryKey[]) {
  const client = useQueryClient()
  const names = JSON.stringify(keys)
  useEffect(() => {
    if (!toldLately(noun)) return
    for (const queryKey of JSON.parse(names) as QueryKey[])
      // Several hooks of one page share the reading.
      void client.invalidateQueries({ queryKey }, { cancelRefetch: false })
  }, [client, noun, names])
}
