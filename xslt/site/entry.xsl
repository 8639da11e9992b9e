<?xml version="1.0" encoding="UTF-8"?>
<!-- The page of one entry: what is known of it, and every document in which it occurs. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:t="http://www.tei-c.org/ns/1.0"
  xmlns:f="https://memcon.example/ns/functions" xmlns="http://www.w3.org/1999/xhtml">

  <!-- The context item is a row of the register: the entry and its documents. -->
  <xsl:template name="entry-pages" as="empty-sequence()">
    <xsl:param name="kind" as="map(*)"/>
    <xsl:variable name="entry" as="element()" select="?entry"/>
    <xsl:variable name="id" as="xs:string" select="$entry/@xml:id"/>
    <xsl:variable name="name" as="xs:string" select="f:preferred($entry)"/>
    <xsl:variable name="documents" as="element()*" select="?documents?*"/>
    <xsl:variable name="named" as="element()*" select="key('named', $id, $site)"/>
    <xsl:variable name="by-edition" as="map(xs:string, array(element()))">
      <xsl:map>
        <xsl:for-each-group select="$named" group-by="string(../@name)"><xsl:map-entry key="current-grouping-key()" select="array { current-group() }"/></xsl:for-each-group>
      </xsl:map>
    </xsl:variable>
    <xsl:variable name="stem" as="xs:string" select="$kind?stem || '/' || f:uri($id)"/>
    <xsl:variable name="parts" as="xs:integer*" select="f:parts($documents ! (900 + sum($by-edition(@name)?* ! (210 + string-length(@before) + string-length(@behind)))) ! xs:integer(.))"/>
    <xsl:variable name="labels" as="xs:string*" select="
      for $part in distinct-values($parts) return f:range(f:row-label(f:of-part($documents, $parts, $part)[1], 'date'), f:row-label(f:of-part($documents, $parts, $part)[last()], 'date'))"/>
    <xsl:for-each select="if (exists($parts)) then 1 to max($parts) else 1">
      <xsl:variable name="part" as="xs:integer" select="."/>
      <xsl:call-template name="site-page">
        <xsl:with-param name="href" select="f:part-href($stem, $part)"/>
        <xsl:with-param name="title" select="$name"/>
        <xsl:with-param name="description" select="f:say('description', map { 'of': $name, 'about': f:summed($id, count($documents), count($named)) })"/>
        <xsl:with-param name="under" select="$kind?stem"/>
        <xsl:with-param name="kind" select="'entry-page'"/>
        <xsl:with-param name="content" as="node()*">
          <xsl:call-template name="page-head">
            <xsl:with-param name="title" select="$name"/>
            <xsl:with-param name="sub" as="node()*">
              <xsl:value-of select="if ($entry/self::t:person) then f:life($entry) else if ($entry/self::t:event) then f:span(f:begins($entry), f:ends($entry)) else string-join($entry/*[@type = 'abbreviation'] ! normalize-space(), ', ')"/>
            </xsl:with-param>
          </xsl:call-template>
          <xsl:if test="$part = 1">
            <xsl:apply-templates select="$entry" mode="known">
              <xsl:with-param name="documents" select="$documents"/>
              <xsl:with-param name="named" select="$named"/>
            </xsl:apply-templates>
          </xsl:if>
          <section class="register" aria-labelledby="documents">
            <h2 id="documents">{f:say('in-the-documents')}</h2>
            <p class="summed">{f:capital(f:summed($id, count($documents), count($named)))}.</p>
            <xsl:call-template name="pager">
              <xsl:with-param name="stem" select="$stem"/>
              <xsl:with-param name="part" select="$part"/>
              <xsl:with-param name="labels" select="$labels"/>
            </xsl:call-template>
            <xsl:for-each select="f:of-part($documents, $parts, $part)">
              <xsl:call-template name="in-edition">
                <xsl:with-param name="entry" select="$entry"/>
                <xsl:with-param name="named" select="$by-edition(@name)?*"/>
              </xsl:call-template>
            </xsl:for-each>
          </section>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <xsl:function name="f:summed" as="xs:string">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="documents" as="xs:integer"/>
    <xsl:param name="named" as="xs:integer"/>
    <xsl:sequence select="string-join((
      f:counted('in-documents', $documents),
      if (f:turns($id) gt 0) then f:counted('speaks-in-turns', f:turns($id)) else (),
      if ($named gt 0) then f:counted('named-times', $named) else f:say('named-nowhere')), '; ')"/>
  </xsl:function>

  <!-- What is known of an entry, as a list of facts. -->
  <xsl:mode name="known" on-no-match="fail"/>
  <xsl:template match="t:*" mode="known" as="element()?">
    <xsl:param name="documents" as="element()*"/>
    <xsl:param name="named" as="element()*"/>
    <xsl:variable name="name" as="xs:string" select="f:preferred(.)"/>
    <xsl:variable name="id" as="xs:string" select="@xml:id"/>
    <xsl:variable name="offices" as="element()*" select="t:occupation | t:state | t:affiliation | t:note[@type = 'office']"/>
    <xsl:variable name="variants" as="xs:string*" select="distinct-values((t:persName | t:orgName | t:placeName | t:eventName)[not(@type = ('preferred', 'abbreviation'))] ! normalize-space())[. ne $name]"/>
    <!-- How often each form is found; the processor cannot sort groups by their size. -->
    <xsl:variable name="forms" as="map(xs:string, xs:integer)">
      <xsl:map>
        <xsl:for-each-group select="$named" group-by="string(.)"><xsl:map-entry key="current-grouping-key()" select="count(current-group())"/></xsl:for-each-group>
      </xsl:map>
    </xsl:variable>
    <xsl:variable name="others" as="xs:string*" select="distinct-values(map:keys($same)[$same(.) = $id] ! key('entry', ., $site) ! f:preferred(.))[. ne $name]"/>
    <xsl:where-populated>
      <dl class="facts known">
        <xsl:if test="exists($offices)">
          <dt>{f:say('fact-offices')}</dt>
          <dd>
            <ul class="offices" role="list">
              <xsl:for-each select="$offices">
                <xsl:variable name="office" as="element()" select="."/>
                <xsl:variable name="days" as="xs:string*" select="distinct-values($documents[f:held($office, @when)]/@when)"/>
                <li>
                  <xsl:if test="exists($days)"><xsl:attribute name="class" select="'held'"/></xsl:if>
                  <xsl:text>{normalize-space(.)}</xsl:text>
                  <xsl:if test="@from | @to | @when"><xsl:text> </xsl:text><span class="life">{f:span((@from, @when)[1], (@to, @when)[1])}</span></xsl:if>
                  <xsl:if test="exists($days)"><span class="held-on">{if ($days[4]) then f:counted('held-on-many-days', count($days)) else f:say('held-on', map { 'days': string-join($days ! f:day(.), ', ') })}</span></xsl:if>
                </li>
              </xsl:for-each>
            </ul>
          </dd>
        </xsl:if>
        <xsl:if test="exists($named)">
          <dt>{f:say('fact-called')}</dt>
          <dd>
            <ul class="forms" role="list">
              <xsl:for-each select="sort(map:keys($forms), (), function($form) { format-integer(9999999 - $forms($form), '0000000') || $form })">
                <li>{f:quoted(.)} <span class="tag">{$forms(.)}</span></li>
              </xsl:for-each>
            </ul>
          </dd>
        </xsl:if>
        <xsl:if test="exists($others)"><dt>{f:say('fact-in-other-editions')}</dt><dd>{string-join($others, '; ')}</dd></xsl:if>
        <xsl:if test="exists($variants)"><dt>{f:say('fact-also')}</dt><dd>{string-join($variants, '; ')}</dd></xsl:if>
        <xsl:for-each select="(t:note | t:desc)[not(@type = 'office')]"><dt>{f:say('fact-note')}</dt><dd><xsl:apply-templates mode="prose"/></dd></xsl:for-each>
        <xsl:if test="t:idno">
          <dt>{f:say('fact-elsewhere')}</dt>
          <dd class="authorities">
            <xsl:for-each select="t:idno">
              <xsl:if test="position() gt 1"> · </xsl:if>
              <xsl:choose>
                <xsl:when test="f:authority(.)"><a href="{f:authority(.)}">{f:authority-name(.)}<span class="vh"> {f:say('on-name', map { 'name': $name })}</span></a></xsl:when>
                <xsl:otherwise>{f:authority-name(.)} {normalize-space(.)}</xsl:otherwise>
              </xsl:choose>
            </xsl:for-each>
          </dd>
        </xsl:if>
        <xsl:if test="t:bibl"><dt>{f:say('fact-source')}</dt><dd><xsl:for-each select="t:bibl"><xsl:if test="position() gt 1"><xsl:text> </xsl:text></xsl:if><xsl:apply-templates mode="prose"/></xsl:for-each></dd></xsl:if>
        <xsl:if test="not(t:idno or t:bibl or t:birth or t:death)"><dt>{f:say('fact-source')}</dt><dd>{f:say(if (exists($offices)) then 'known-from-documents' else 'known-from-documents-with-namesakes')}</dd></xsl:if>
      </dl>
    </xsl:where-populated>
  </xsl:template>

  <xsl:function name="f:authority-name" as="xs:string">
    <xsl:param name="idno" as="element()"/>
    <xsl:variable name="names" as="map(xs:string, xs:string)" select="map {
      'hsg': 'Office of the Historian', 'frus': 'Office of the Historian', 'lcnaf': 'Library of Congress', 'gnd': 'GND', 'viaf': 'VIAF', 'isni': 'ISNI',
      'wikidata': 'Wikidata', 'geonames': 'GeoNames', 'tgn': 'Getty TGN' }"/>
    <xsl:sequence select="($names(lower-case($idno/@type)), string($idno/@type))[1]"/>
  </xsl:function>
</xsl:stylesheet>
