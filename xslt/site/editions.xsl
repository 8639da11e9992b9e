<?xml version="1.0" encoding="UTF-8"?>
<!-- The lists of editions: one table in several orders, each a page of its own. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:t="http://www.tei-c.org/ns/1.0"
  xmlns:f="https://memcon.example/ns/functions" xmlns="http://www.w3.org/1999/xhtml">

  <xsl:variable name="orders" as="map(*)*" select="
    map { 'by': 'date', 'stem': 'index', 'column': 'date' },
    map { 'by': 'place', 'stem': 'by-place', 'column': 'place' },
    map { 'by': 'subject', 'stem': 'by-subject', 'column': 'subject' },
    map { 'by': 'people', 'stem': 'by-people', 'column': 'participants' },
    map { 'by': 'length', 'stem': 'by-length', 'column': 'words' }"/>
  <xsl:variable name="columns" as="xs:string*" select="'date', 'place', 'subject', 'participants', 'pages', 'words', 'state'"/>

  <xsl:variable name="words-of-all" as="xs:integer" select="xs:integer(sum($editions/@words[. castable as xs:integer] ! xs:integer(.)))"/>

  <!-- Who took part, in the order of the document: those present, else those who speak. -->
  <xsl:function name="f:participants" as="xs:string*">
    <xsl:param name="edition" as="element()"/>
    <xsl:sequence select="if ($edition/side/there) then $edition/side/there/@ref ! f:meant(.) else distinct-values($edition/spoke[@turns ne '0']/@ref ! f:meant(.))"/>
  </xsl:function>

  <xsl:template name="lists-of-editions" as="empty-sequence()">
    <xsl:for-each select="$orders">
      <xsl:variable name="order" as="map(*)" select="."/>
      <xsl:variable name="rows" as="element()*">
        <xsl:perform-sort select="$editions">
          <xsl:sort select="
            if ($order?by = 'place') then (string(locality)[. ne ''], '~')[1]
            else if ($order?by = 'subject') then replace(string(subject), '^(The|An?)\s+|^\W+', '')
            else if ($order?by = 'people') then (string-join(f:participants(.) ! ($surnames(.), .)[1], ' ')[. ne ''], '~')[1]
            else ''" lang="en"/>
          <xsl:sort select="if ($order?by = 'length') then -number((@words[. castable as xs:integer], 0)[1]) else 0" data-type="number"/>
        </xsl:perform-sort>
      </xsl:variable>
      <xsl:call-template name="list-in-order">
        <xsl:with-param name="rows" select="$rows"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="list-in-order" as="empty-sequence()">
    <xsl:param name="rows" as="element()*"/>
    <xsl:variable name="order" as="map(*)" select="."/>
    <xsl:variable name="parts" as="xs:integer*" select="f:parts($rows ! (620 + 40 * count(side/there)))"/>
    <xsl:variable name="labels" as="xs:string*" select="
      for $part in distinct-values($parts) return f:range(f:row-label(f:of-part($rows, $parts, $part)[1], $order?by), f:row-label(f:of-part($rows, $parts, $part)[last()], $order?by))"/>
    <xsl:for-each select="if (exists($parts)) then 1 to max($parts) else 1">
      <xsl:variable name="part" as="xs:integer" select="."/>
      <xsl:call-template name="site-page">
        <xsl:with-param name="href" select="f:part-href($order?stem, $part)"/>
        <xsl:with-param name="title" select="if ($order?by = 'date') then $site-title else f:say('site-ordered', map { 'site': $site-title, 'order': f:named('ordered', $order?by) })"/>
        <xsl:with-param name="description" select="f:say('description', map { 'of': $site-title, 'about': f:counted('documents', count($editions)) || ', ' || f:named('ordered', $order?by) })"/>
        <xsl:with-param name="under" select="'index'"/>
        <xsl:with-param name="kind" select="'wide'"/>
        <xsl:with-param name="content" as="node()*">
          <xsl:call-template name="page-head">
            <xsl:with-param name="title" select="$site-title"/>
            <xsl:with-param name="sub" as="node()*"><xsl:text>{f:counted('documents', count($editions))}{f:years($editions/@when[. ne '']) ! (', ' || .)}, {f:counted('words', $words-of-all)}.</xsl:text></xsl:with-param>
          </xsl:call-template>
          <nav class="orders" aria-label="{f:say('order-of-list')}">
            <ul role="list">
              <li>{f:say('in-order-of')}</li>
              <xsl:for-each select="$orders">
                <li><a href="{?stem}.html"><xsl:if test="?by = $order?by"><xsl:attribute name="aria-current" select="'true'"/></xsl:if>{f:named('order', ?by)}</a></li>
              </xsl:for-each>
            </ul>
          </nav>
          <xsl:call-template name="pager">
            <xsl:with-param name="stem" select="$order?stem"/>
            <xsl:with-param name="part" select="$part"/>
            <xsl:with-param name="labels" select="$labels"/>
          </xsl:call-template>
          <table class="places list" role="table">
            <caption class="vh">{f:say('documents-ordered', map { 'order': f:named('ordered', $order?by) })}</caption>
            <thead role="rowgroup">
              <tr role="row">
                <xsl:for-each select="$columns">
                  <xsl:variable name="column" as="xs:string" select="."/>
                  <xsl:variable name="sorted" as="map(*)?" select="$orders[?column = $column]"/>
                  <th scope="col" role="columnheader">
                    <xsl:if test="$column = ('pages', 'words')"><xsl:attribute name="class" select="'number-cell'"/></xsl:if>
                    <xsl:if test="$column = $order?column"><xsl:attribute name="aria-sort" select="if ($order?by = 'length') then 'descending' else 'ascending'"/></xsl:if>
                    <xsl:choose>
                      <xsl:when test="exists($sorted)"><a href="{$sorted?stem}.html">{f:named('list-column', $column)}</a></xsl:when>
                      <xsl:otherwise>{f:named('list-column', $column)}</xsl:otherwise>
                    </xsl:choose>
                  </th>
                </xsl:for-each>
              </tr>
            </thead>
            <tbody role="rowgroup">
              <xsl:for-each select="f:of-part($rows, $parts, $part)"><xsl:call-template name="edition-row"/></xsl:for-each>
            </tbody>
          </table>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <xsl:function name="f:row-label" as="xs:string">
    <xsl:param name="edition" as="element()"/>
    <xsl:param name="by" as="xs:string"/>
    <xsl:sequence select="
      if ($by = 'date') then (substring($edition/@when, 1, 4)[. ne ''], f:say('undated'))[1]
      else if ($by = 'place') then ($edition/locality[. ne ''], f:say('no-place'))[1]
      else if ($by = 'people') then (f:participants($edition)[1] ! ($surnames(.), .)[1], f:say('nobody-named'))[1]
      else if ($by = 'length') then ($edition/@words[. castable as xs:integer] ! f:counted('words', xs:integer(.)), '–')[1]
      else string-join(subsequence(tokenize($edition/subject), 1, 3), ' ')"/>
  </xsl:function>

  <xsl:function name="f:years" as="xs:string?">
    <xsl:param name="days" as="xs:string*"/>
    <xsl:sequence select="if (exists($days)) then f:range(substring(min($days), 1, 4), substring(max($days), 1, 4)) else ()"/>
  </xsl:function>

  <xsl:template name="edition-row" as="element()">
    <tr role="row">
      <td role="cell" data-label="{f:named('list-column', 'date')}" class="date"><xsl:sequence select="f:date(@when)"/></td>
      <td role="cell" data-label="{f:named('list-column', 'place')}">{(locality[. ne ''], '–')[1]}</td>
      <th scope="row" role="rowheader"><xsl:sequence select="f:document(., '')"/></th>
      <td role="cell" data-label="{f:named('list-column', 'participants')}">
        <xsl:choose>
          <xsl:when test="side/there">
            <xsl:for-each select="side[there]">
              <xsl:if test="position() gt 1"><br/></xsl:if>
              <xsl:if test="@label ne ''"><span class="tag"><xsl:sequence select="f:in-language(../@lang)"/>{@label}{f:say('colon')} </span></xsl:if>
              <xsl:text>{string-join(f:names(there/@ref ! f:meant(.)), ', ')}</xsl:text>
            </xsl:for-each>
          </xsl:when>
          <xsl:otherwise>{(string-join(f:names(f:participants(.)), ', ')[. ne ''], '–')[1]}</xsl:otherwise>
        </xsl:choose>
      </td>
      <td role="cell" data-label="{f:named('list-column', 'pages')}" class="number-cell">{if (@pages = '0') then '–' else @pages}</td>
      <td role="cell" data-label="{f:named('list-column', 'words')}" class="number-cell">{if (@words castable as xs:integer) then f:number(xs:integer(@words)) else '–'}</td>
      <td role="cell" data-label="{f:named('list-column', 'state')}"><xsl:sequence select="f:state(.)"/></td>
    </tr>
  </xsl:template>

  <xsl:function name="f:state" as="node()*">
    <xsl:param name="edition" as="element()"/>
    <xsl:variable name="name" as="xs:string" select="f:uri($edition/@name)"/>
    <xsl:text>{f:say('machine-encoded')}</xsl:text>
    <xsl:if test="$edition/@readings ne '0'">
      <xsl:text>, </xsl:text><a href="{$name}/errata.html">{f:counted('readings-mended', xs:integer($edition/@readings))}</a>
      <xsl:if test="$edition/@doubtful ne '0'">, {f:counted('uncertain', xs:integer($edition/@doubtful))}</xsl:if>
    </xsl:if>
    <xsl:if test="$edition/@version ne ''">; {f:say('version', map { 'number': $edition/@version })}</xsl:if>
  </xsl:function>
</xsl:stylesheet>
