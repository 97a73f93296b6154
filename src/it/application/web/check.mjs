import * as shop from './shop.mjs'

for (const [name, part] of Object.entries(shop)) {
  try {
    const rows = await part(3)
    console.log(name, rows.length > 0 ? 'ok' : 'finds no rows')
  } catch (error) {
    console.log(name, error.message)
  }
}
