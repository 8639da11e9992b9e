<?xml version="1.0" encoding="UTF-8"?>
<!-- The errata of all editions: what was mended, by the version in which it first stood, the newest first. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:t="http://www.tei-c.org/ns/1.0"
  xmlns:f="https://memcon.example/ns/functions" xmlns="http://www.w3.org/1999/xhtml">

  <xsl:template name="errata" as="empty-sequence()">
    <!-- One entry for each version of each edition. -->
    <xsl:variable name="versions" as="map(*)*">
      <xsl:for-each-group select="$editions/mended" composite="yes" group-by="string(../@name), string(@since)">
        <xsl:sequence select="map { 'edition': .., 'version': string(@since), 'day': max(current-group()/@when ! string(.)), 'mended': array { current-group() } }"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:variable name="ordered" as="map(*)*" select="reverse(sort(reverse($versions), (), function($one) { $one?day }))"/>
    <xsl:variable name="parts" as="xs:integer*" select="f:parts($ordered ! xs:integer(500 + 330 * array:size(?mended)))" xmlns:array="http://www.w3.org/2005/xpath-functions/array"/>
    <xsl:variable name="labels" as="xs:string*" select="
      for $part in distinct-values($parts) return f:range((f:of-part($ordered, $parts, $part)[1]?day[. ne ''] ! f:day(.), f:say('undated'))[1], (f:of-part($ordered, $parts, $part)[last()]?day[. ne ''] ! f:day(.), f:say('undated'))[1])
        || (if (count(distinct-values($ordered?day)) lt max($parts)) then ' (' || $part || ')' else '')"/>
    <xsl:for-each select="if (exists($parts)) then 1 to max($parts) else 1">
      <xsl:variable name="part" as="xs:integer" select="."/>
      <xsl:call-template name="site-page">
        <xsl:with-param name="href" select="f:part-href('errata', $part)"/>
        <xsl:with-param name="title" select="f:named('page', 'errata')"/>
        <xsl:with-param name="description" select="f:say('description', map { 'of': $site-title, 'about': f:say('about-errata') })"/>
        <xsl:with-param name="under" select="'errata'"/>
        <xsl:with-param name="kind" select="'of-errata'"/>
        <xsl:with-param name="content" as="node()*">
          <xsl:call-template name="page-head">
            <xsl:with-param name="title" select="f:named('page', 'errata')"/>
            <xsl:with-param name="sub" as="node()*">
              <xsl:value-of select="
                if (exists($ordered)) then f:say('errata-of-site', map { 'readings': f:counted('readings', count($editions/mended)), 'documents': f:counted('in-documents', count($editions[mended])) })
                else f:say('errata-none')"/>
            </xsl:with-param>
          </xsl:call-template>
          <xsl:call-template name="pager">
            <xsl:with-param name="stem" select="'errata'"/>
            <xsl:with-param name="part" select="$part"/>
            <xsl:with-param name="labels" select="$labels"/>
          </xsl:call-template>
          <xsl:for-each select="f:of-part($ordered, $parts, $part)"><xsl:call-template name="errata-of-version"/></xsl:for-each>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="errata-of-version" as="element()">
    <xsl:variable name="name" as="xs:string" select="f:uri(?edition/@name)"/>
    <xsl:variable name="id" as="xs:string" select="'v.' || ?edition/@name || (if (?version) then '.' || ?version else '')"/>
    <xsl:variable name="day" as="xs:string" select="?day"/>
    <section class="register" aria-labelledby="{$id}">
      <h2 id="{$id}"><xsl:sequence select="f:document(?edition, '')"/><xsl:text> </xsl:text><span class="life"><xsl:sequence select="f:date(?edition/@when)"/></span></h2>
      <p class="role"><xsl:text>{if (?version) then f:say('version-title', map { 'number': ?version }) else f:say('without-version')}</xsl:text><xsl:if test="$day">, <xsl:sequence select="f:date($day)"/></xsl:if>. <a href="{$name}/errata.html">{f:say('in-context-with-reasons')}<span class="vh">{f:say('colon')} <span><xsl:sequence select="f:in-language(?edition/@lang)"/>{?edition/subject}</span></span></a></p>
      <table class="mended-table">
        <caption class="vh">{f:say('readings-mended-in', map { 'document': ?edition/subject })}{if (?version) then ', ' || f:say('version', map { 'number': ?version }) else ''}</caption>
        <thead><tr><xsl:for-each select="'column-place', 'column-transcription', 'column-edition', 'column-after', 'column-certainty'"><th scope="col">{f:say(.)}</th></xsl:for-each></tr></thead>
        <tbody>
          <xsl:for-each select="?mended?*">
            <tr>
              <th scope="row"><a href="{$name}/errata.html#{@at}">{@place}</a></th>
              <td class="was"><xsl:sequence select="f:in-language(../@lang)"/>{@was}</td>
              <td><xsl:choose><xsl:when test="@reads = ''"><span class="left-out">{f:say('left-out')}</span></xsl:when><xsl:otherwise><b><xsl:sequence select="f:in-language(../@lang)"/>{@reads}</b></xsl:otherwise></xsl:choose></td>
              <td>{@after}</td>
              <td>{(@cert[. ne ''] ! f:named('certainty', .), '–')[1]}</td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </section>
  </xsl:template>
</xsl:stylesheet>
