import * as v from 'valibot';
import { GLYPHS } from './glyphs';
import { given, propsOf } from './node-props';
import { NotDrawn } from './not-drawn';
import type { Renderers } from './render-node';
import { tokenValue } from './xcss-style';

const GlyphSchema = v.custom<keyof typeof GLYPHS>((value) => typeof value === 'string' && Object.hasOwn(GLYPHS, value));

/** Widths of Forge's image sizes; heights follow the picture. */
const IMAGE_WIDTHS = { xsmall: 80, small: 160, medium: 240, large: 320, xlarge: 480 } as const;

/** Icons and images. */
export const PICTURES: Renderers = {
  Icon(node) {
    const props = propsOf(node);
    const name = props.read(GlyphSchema, 'glyph');
    if (name === undefined) return <NotDrawn what={`icon ${props.text('glyph') ?? ''}`} />;
    const Glyph = GLYPHS[name];
    const color = props.text('color') ?? props.text('primaryColor');
    const size = props.oneOf('size', ['small', 'medium']);
    return (
      <span style={color === undefined ? {} : { color: tokenValue(color) }}>
        <Glyph label={props.text('label') ?? ''} color="currentColor" {...given({ size })} />
      </span>
    );
  },
  Image(node) {
    const props = propsOf(node);
    const size = props.oneOf('size', ['xsmall', 'small', 'medium', 'large', 'xlarge']);
    const width = props.number('width') ?? props.text('width') ?? (size && IMAGE_WIDTHS[size]);
    return (
      <img
        className="ui-kit-image"
        src={safeSource(props.text('src'))}
        alt={props.text('alt') ?? ''}
        {...given({ width, height: props.number('height') ?? props.text('height') })}
      />
    );
  },
};

/** Pictures of the site, of the app, or inside the address itself. */
const safeSource = (src: string | undefined): string =>
  src !== undefined && /^(https?:\/\/|data:image\/|\/)/i.test(src) ? src : 'data:,';
