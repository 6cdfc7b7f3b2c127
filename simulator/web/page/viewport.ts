/** What an APL document knows of its screen, by the names it has there. Width and height are in dp. */
export interface Viewport {
  readonly width: number;
  readonly height: number;
  readonly dpi: number;
  readonly shape: 'rectangle' | 'round';
  readonly mode: 'hub' | 'tv';
}
