const id = <T,>(x: T): T => x
const ex = <T extends object>(x: T) => ({ ...x })
function f<T>(a: Array<T>, b: Map<string, Array<number>>): Promise<void> { return null as unknown as Promise<void> }
const cmp = a < b && c > d || e <= f
const cond = ok ? <b>it's</b> : <i>don't {'x'} "quote</i>
const frag = <><A.B c="d" {...rest} onClick={() => { if (x < 3) { y = `a${b ? `c${d}` : ''}` } }} /> text's {/* it's */} </>
const gen = new Map<string, Foo<Bar>>()
const call = useState<Order[]>([])
const call2 = useRef<HTMLDivElement>(null)
const rx = s.replace(/['"]/g, '').match(/[/'"]+/)
if (x) /re'gex/.test(y)
const div = (a + b) / 2 / c
const tpl = styled.div<{ a: string }>`color: ${(p) => p.a};`
const el = (
  <Foo<string> render={(x) => <Bar x={x}>{x.map((y) => <li key={y}>{y}'s</li>)}</Bar>}>
    {cond && <p>a &amp; b's {n} > {m}</p>}
    {list.length > 0 ? (
      <ul>{list.map((i) => (<Item key={i.id} {...i} />))}</ul>
    ) : null}
  </Foo>
)
type X = { [K in keyof T]: T[K] extends infer U ? U : never }
const as = <const T extends readonly string[]>(x: T) => x
const y = x as Foo<Bar>
const z = a<b>(c)
export default function Page(): JSX.Element { return <div className={cx('a', { b: c })}>{children}</div> }
const q = await supabase.schema('ecommerce').from('orders').select()
