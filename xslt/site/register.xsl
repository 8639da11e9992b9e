<?xml version="1.0" encoding="UTF-8"?>
<!-- The register of one kind: a table of its entries, and a page of each. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:array="http://www.w3.org/2005/xpath-functions/array"  xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:t="http://www.tei-c.org/ns/1.0"
  xmlns:f="https://memcon.example/ns/functions" xmlns="http://www.w3.org/1999/xhtml">

  <xsl:variable name="ranks" as="map(xs:string, xs:integer)" select="map:merge(for $n in 1 to count($editions) return map:entry(string($editions[$n]/@name), $n))"/>

  <!-- The editions in which an entry occurs, by date. -->
  <xsl:function name="f:documents" as="element()*">
    <xsl:param name="id" as="xs:string"/>
    <xsl:variable name="names" as="xs:string*" select="distinct-values((
      key('named', $id, $site) ! string(../@name), key('spoke', $id, $site)[@turns ne '0'] ! string(../@name),
      key('there', $id, $site) ! string(../../@name), key('wrote', $id, $site) ! string(../@name)))"/>
    <xsl:sequence select="for $rank in sort($names ! $ranks(.)) return $editions[$rank]"/>
  </xsl:function>

  <!-- Turns that the headers count for a speaker, alone or together with others. -->
  <xsl:function name="f:turns" as="xs:integer">
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="xs:integer(sum(key('spoke', $id, $site)/@turns[. castable as xs:integer] ! xs:integer(.)))"/>
  </xsl:function>

  <!-- What is told of an entry beside its name: offices held at the time, dates, abbreviations. -->
  <xsl:function name="f:beside" as="xs:string*">
    <xsl:param name="entry" as="element()"/>
    <xsl:param name="documents" as="element()*"/>
    <xsl:choose>
      <xsl:when test="$entry/self::t:person">
        <xsl:variable name="days" as="xs:string*" select="distinct-values($documents/@when)"/>
        <xsl:sequence select="distinct-values($entry/(t:occupation | t:state | t:affiliation)[some $day in $days satisfies f:held(., $day)] ! normalize-space())"/>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="distinct-values($entry/*[@type = 'abbreviation'] ! normalize-space())"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:template name="register" as="empty-sequence()">
    <xsl:variable name="kind" as="map(*)" select="."/>
    <xsl:variable name="rows" as="map(*)*">
      <xsl:for-each select="f:of-kind($kind)">
        <xsl:variable name="documents" as="element()*" select="f:documents(@xml:id)"/>
        <xsl:sequence select="map { 'entry': ., 'documents': array { $documents }, 'beside': array { f:beside(., $documents) } }"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="parts" as="xs:integer*" select="f:parts($rows ! (430 + string-length(string-join(?beside?*))))"/>
    <xsl:variable name="labels" as="xs:string*" select="
      for $part in distinct-values($parts) return f:range(f:letters(f:of-part($rows, $parts, $part)[1]?entry), f:letters(f:of-part($rows, $parts, $part)[last()]?entry))"/>
    <xsl:for-each select="if (exists($parts)) then 1 to max($parts) else 1">
      <xsl:variable name="part" as="xs:integer" select="."/>
      <xsl:variable name="here" as="map(*)*" select="f:of-part($rows, $parts, $part)"/>
      <xsl:call-template name="site-page">
        <xsl:with-param name="href" select="f:part-href($kind?stem, $part)"/>
        <xsl:with-param name="title" select="f:named('page', $kind?stem)"/>
        <xsl:with-param name="description" select="f:say('description', map { 'of': $site-title, 'about': f:counted($kind?counted, count($rows)) })"/>
        <xsl:with-param name="under" select="$kind?stem"/>
        <xsl:with-param name="kind" select="'of-' || $kind?stem"/>
        <xsl:with-param name="content" as="node()*">
          <xsl:call-template name="page-head">
            <xsl:with-param name="title" select="f:named('page', $kind?stem)"/>
            <xsl:with-param name="sub" as="node()*">
              <xsl:choose>
                <xsl:when test="exists($rows)">{f:say('register-sub', map { 'entries': f:counted($kind?counted, count($rows)), 'documents': f:counted('of-documents', count($editions)) })}</xsl:when>
                <xsl:otherwise>{f:say('register-empty')}</xsl:otherwise>
              </xsl:choose>
            </xsl:with-param>
          </xsl:call-template>
          <xsl:call-template name="pager">
            <xsl:with-param name="stem" select="$kind?stem"/>
            <xsl:with-param name="part" select="$part"/>
            <xsl:with-param name="labels" select="$labels"/>
          </xsl:call-template>
          <xsl:if test="exists($here)">
            <xsl:call-template name="register-table">
              <xsl:with-param name="kind" select="$kind"/>
              <xsl:with-param name="rows" select="$here"/>
            </xsl:call-template>
          </xsl:if>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="$rows">
      <xsl:call-template name="entry-pages"><xsl:with-param name="kind" select="$kind"/></xsl:call-template>
    </xsl:for-each>
    <xsl:call-template name="see-others"><xsl:with-param name="kind" select="$kind"/></xsl:call-template>
  </xsl:template>

  <!-- The first letters of an entry, or the year of an event: by them the parts of a register are told apart. -->
  <xsl:function name="f:letters" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="if ($entry/self::t:event) then (f:begins($entry) ! substring(., 1, 4), f:say('undated'))[1] else substring(f:headword($entry), 1, 4)"/>
  </xsl:function>

  <xsl:template name="register-table" as="element()">
    <xsl:param name="kind" as="map(*)"/>
    <xsl:param name="rows" as="map(*)*"/>
    <xsl:variable name="people" as="xs:boolean" select="$kind?element = 'person'"/>
    <xsl:variable name="beside" as="xs:string" select="f:say(if ($people) then 'column-office-then' else if ($kind?element = 'event') then 'column-date' else 'column-abbreviation')"/>
    <table class="entries-table">
      <caption class="vh">{f:say(if ($kind?element = 'event') then 'register-by-date' else 'register-by-name', map { 'register': f:named('page', $kind?stem) })}</caption>
      <thead>
        <tr>
          <th scope="col">{f:say('column-name')}</th>
          <th scope="col">{$beside}</th>
          <th scope="col" class="number-cell">{f:say('column-documents')}</th>
          <xsl:if test="$people"><th scope="col" class="number-cell">{f:say('column-turns')}</th></xsl:if>
          <th scope="col" class="number-cell">{f:say('column-named')}</th>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="$rows">
          <xsl:variable name="entry" as="element()" select="?entry"/>
          <tr>
            <th scope="row">
              <a href="{f:entry-href($entry/@xml:id)}">{f:headword($entry)}</a>
              <xsl:if test="$people and f:life($entry)"><xsl:text> </xsl:text><span class="life">{f:life($entry)}</span></xsl:if>
            </th>
            <td>{if ($entry/self::t:event) then f:span(f:begins($entry), f:ends($entry)) else string-join(?beside?*, if ($people) then '; ' else ', ')}</td>
            <td class="number-cell">{array:size(?documents)}</td>
            <xsl:if test="$people"><td class="number-cell">{f:turns($entry/@xml:id)}</td></xsl:if>
            <td class="number-cell">{count(key('named', $entry/@xml:id, $site))}</td>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:template>

  <!-- An id whose entry stands under another keeps its address: editions link to it. -->
  <xsl:template name="see-others" as="empty-sequence()">
    <xsl:param name="kind" as="map(*)"/>
    <xsl:for-each select="map:keys($same)[$same(.) ne .][$entries($same(.))/local-name() = $kind?element]">
      <xsl:variable name="entry" as="element()" select="$entries($same(.))"/>
      <xsl:call-template name="site-page">
        <xsl:with-param name="href" select="$kind?stem || '/' || f:uri(.) || '.html'"/>
        <xsl:with-param name="title" select="f:preferred(key('entry', ., $site)[1])"/>
        <xsl:with-param name="description" select="f:say('see', map { 'entry': f:preferred($entry) })"/>
        <xsl:with-param name="under" select="$kind?stem"/>
        <xsl:with-param name="content" as="node()*">
          <xsl:call-template name="page-head">
            <xsl:with-param name="title" select="f:preferred(key('entry', ., $site)[1])"/>
            <xsl:with-param name="sub" as="node()*">
              <xsl:variable name="there" as="element()"><a href="{f:uri($entry/@xml:id)}.html">{f:preferred($entry)}</a></xsl:variable>
              <xsl:sequence select="f:tell('see-for-passages', map { 'entry': $there })"/>
            </xsl:with-param>
          </xsl:call-template>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
