import { BigQuery } from '@google-cloud/bigquery'
export const q = (bq: BigQuery) => bq.query({ query: 'SELECT * FROM search_history WHERE day = @day' })
import { createClient } from '@clickhouse/client'
export const c = () => createClient().query({ query: 'SELECT count() FROM search_history WHERE id = 1' })
