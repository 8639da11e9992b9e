<?xml version="1.0" encoding="UTF-8"?>
<!-- The page images, each beside its lines as they were transcribed; a line leads to its zone of the image, and the zone to its line. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:h="http://www.w3.org/1999/xhtml"
  xmlns:f="https://memcon.example/ns/functions" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:include href="../lib/document.xsl"/>
  <xsl:include href="facsimile-lines.xsl"/>

  <xsl:variable name="register" as="xs:string" select="$reading-href"/>

  <!-- Where there are no images there is no page. -->
  <xsl:template match="/" as="element()?">
    <xsl:if test="exists($images)"><xsl:call-template name="page"/></xsl:if>
  </xsl:template>

  <xsl:template name="page" as="element()">
    <xsl:call-template name="frame">
      <xsl:with-param name="lang" select="$language"/>
      <xsl:with-param name="title" select="f:view-title('facsimile')"/>
      <xsl:with-param name="description" select="f:say('about-view-facsimile') || ' ' || $description"/>
      <xsl:with-param name="kind" select="'facsimile'"/>
      <xsl:with-param name="metadata" as="element()*">
        <xsl:call-template name="metadata"/>
        <link rel="stylesheet" href="{$assets}/diplomatic.css"/>
        <link rel="stylesheet" href="{$assets}/parallel.css"/>
        <link rel="stylesheet" href="{$assets}/facsimile.css"/>
        <xsl:call-template name="citing-metadata"/>
        <script src="{$assets}/openseadragon.min.js" defer=""></script>
        <script src="{$assets}/facsimile.js" defer=""></script>
      </xsl:with-param>
      <xsl:with-param name="views" as="element()*">
        <xsl:call-template name="views"><xsl:with-param name="current" select="'facsimile'"/></xsl:call-template>
      </xsl:with-param>
      <xsl:with-param name="content" as="node()*">
        <article>
          <header class="head paper-head">
            <p class="when"><xsl:if test="$created-day"><time datetime="{$created-day}">{f:day($created-day)}</time></xsl:if></p>
            <xsl:call-template name="title"/>
            <p class="sub">{f:say('sub-facsimile')}</p>
          </header>
          <xsl:for-each select="$pages-of-lines">
            <xsl:call-template name="facsimile-row"><xsl:with-param name="lines" select="?*"/></xsl:call-template>
          </xsl:for-each>
        </article>
        <xsl:call-template name="cite-box"/>
      </xsl:with-param>
      <xsl:with-param name="colophon" as="node()*"><xsl:call-template name="colophon"/></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="facsimile-row" as="element()">
    <xsl:param name="lines" as="element()*"/>
    <xsl:variable name="pb" as="element()?" select="for $n in $lines[1]/@pb return $pages[xs:integer($n)]"/>
    <xsl:variable name="number" as="xs:string" select="string(($pb/@n, $lines[1]/@pb, 0)[1])"/>
    <xsl:variable name="anchor" as="xs:string" select="string($pb/@xml:id ! ('#' || .))"/>
    <xsl:variable name="surface" as="element()?" select="f:entry($pb/@facs)[self::surface]"/>
    <section class="facsimile-row" aria-label="{f:say('page-title', map { 'page': $number })}">
      <div class="row-head">
        <h2 class="sheet-title">
          <xsl:sequence select="$pb ! f:id(.)"/>
          <xsl:choose>
            <xsl:when test="$anchor"><a href="{$anchor}" aria-label="{f:say('link-to-page', map { 'page': $number })}">{f:say('page-title', map { 'page': $number })}<span class="sign" aria-hidden="true"> #</span></a></xsl:when>
            <xsl:otherwise>{f:say('page-title', map { 'page': $number })}</xsl:otherwise>
          </xsl:choose>
          <xsl:sequence select="f:cite($pb/@xml:id, f:say('what-page', map { 'page': $number }))"/>
        </h2>
        <p class="elsewhere">
          <a href="{$diplomatic-href}{$anchor}" aria-label="{f:say('page-as-typed', map { 'page': $number })}">{f:named('view', 'diplomatic')}</a>
          <xsl:text> </xsl:text>
          <a href="{$reading-href}{$anchor}" aria-label="{f:say('page-in-reading-text', map { 'page': $number })}">{f:named('view', 'reading')}</a>
          <xsl:text> </xsl:text>
          <a href="{$parallel-href}{$anchor}" aria-label="{f:say('page-side-by-side', map { 'page': $number })}">{f:named('view', 'parallel')}</a>
        </p>
      </div>
      <div class="image-column"><xsl:call-template name="image">
        <xsl:with-param name="surface" select="$surface"/>
        <xsl:with-param name="number" select="$number"/>
        <xsl:with-param name="pb" select="$pb"/>
      </xsl:call-template></div>
      <ol class="lines-of-page" role="list">
        <xsl:sequence select="f:in-language($lang)"/>
        <xsl:for-each select="$lines">
          <!-- Of two lines with the same place the first is linked. -->
          <xsl:call-template name="line"><xsl:with-param name="zone" select="f:entry(@facs[$lines-of-zones(.) is current()])[parent::*[. is $surface]]"/></xsl:call-template>
        </xsl:for-each>
      </ol>
    </section>
  </xsl:template>

  <xsl:template name="line" as="element()?">
    <xsl:param name="zone" as="element()?"/>
    <xsl:choose>
      <xsl:when test="$zone/@xml:id and f:has-corners($zone/..)">
        <li id="{f:line-id($zone)}" class="line l{f:number-of($zone)}">
          <a href="#{$zone/@xml:id}"><xsl:sequence select="node()"/></a>
        </li>
      </xsl:when>
      <xsl:when test="normalize-space() or h:span/@id"><li class="line"><xsl:sequence select="node()"/></li></xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="image" as="element()">
    <xsl:param name="surface" as="element()?"/>
    <xsl:param name="number" as="xs:string"/>
    <xsl:param name="pb" as="element()?"/>
    <xsl:variable name="graphic" as="element()?" select="$surface/graphic[1] intersect $images"/>
    <xsl:variable name="first" as="element()?" select="$pages[@facs = $pb/@facs][1]"/>
    <xsl:choose>
      <xsl:when test="empty($graphic)"><p class="nothing">{f:say('no-image')}</p></xsl:when>
      <xsl:when test="not($pb is $first)"><p class="nothing"><xsl:sequence select="f:tell('image-is-of-other-page', map { 'page': $first/@n/string(), 'link': f:link('#' || $first/@xml:id) })"/></p></xsl:when>
      <xsl:when test="not(f:has-corners($surface))">
        <img src="{$graphic/@url}" alt="{f:say('image-of-page', map { 'page': $number })}"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="width" as="xs:double" select="$surface/(@lrx - @ulx)"/>
        <xsl:variable name="height" as="xs:double" select="$surface/(@lry - @uly)"/>
        <div class="image" id="{$surface/@xml:id}" data-image="{$graphic/@url}" data-page="{$number}"
          data-zoom-in="{f:say('zoom-in', map { 'page': $number })}" data-zoom-out="{f:say('zoom-out', map { 'page': $number })}"
          data-whole="{f:say('whole-page', map { 'page': $number })}" data-all="{f:say('all-of-image')}" data-keys="{f:say('keys-of-image', map { 'page': $number })}">
          <svg xmlns="http://www.w3.org/2000/svg" class="zones" viewBox="{$surface/@ulx} {$surface/@uly} {$width} {$height}" role="group" aria-label="{f:say('image-of-page', map { 'page': $number })}">
            <image href="{$graphic/@url}" x="{$surface/@ulx}" y="{$surface/@uly}" width="{$width}" height="{$height}" aria-hidden="true"/>
            <!-- Beside the image every line has the same link, at a height that a finger hits: the keyboard goes through those. -->
            <xsl:for-each select="$surface/zone[@xml:id][map:contains($lines-of-zones, '#' || @xml:id)][@ulx and @uly and @lrx and @lry]">
              <a id="{@xml:id}" class="z{f:number-of(.)}" href="#{f:line-id(.)}" tabindex="-1" aria-labelledby="{f:line-id(.)}">
                <rect x="{@ulx}" y="{@uly}" width="{@lrx - @ulx}" height="{@lry - @uly}"/>
              </a>
            </xsl:for-each>
          </svg>
        </div>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:function name="f:has-corners" as="xs:boolean">
    <xsl:param name="surface" as="element()"/>
    <xsl:sequence select="exists($surface[@ulx and @uly and @lrx and @lry]/graphic[1] intersect $images) and $surface/@lrx - $surface/@ulx gt 0 and $surface/@lry - $surface/@uly gt 0"/>
  </xsl:function>

  <!-- 'zone.2.7' has the line 'line.2.7'. -->
  <xsl:function name="f:line-id" as="xs:string">
    <xsl:param name="zone" as="element()"/>
    <xsl:sequence select="if (starts-with($zone/@xml:id, 'zone.')) then 'line.' || substring-after($zone/@xml:id, 'zone.') else 'line.' || $zone/@xml:id"/>
  </xsl:function>

  <xsl:variable name="zone-numbers" as="map(xs:string, xs:integer)" select="
    map:merge(for $surface in $edition/TEI/facsimile/surface, $all in [$surface/zone], $n in 1 to count($all?1) return map:entry(string($all?1[$n]/@xml:id), $n))"/>
  <xsl:function name="f:number-of" as="xs:integer">
    <xsl:param name="zone" as="element()"/>
    <xsl:sequence select="$zone-numbers(string($zone/@xml:id))"/>
  </xsl:function>
</xsl:stylesheet>
