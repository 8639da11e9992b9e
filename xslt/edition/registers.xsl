<?xml version="1.0" encoding="UTF-8"?>
<!-- People, organisations, places and events of the text, and the list of all readings. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://memcon.example/ns/functions" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The way to the pages of the site; empty where there are none. -->
  <xsl:param name="site-href" as="xs:string" select="''"/>
  <xsl:variable name="site-registers" as="map(xs:string, xs:string)" select="map {
    'person': 'people', 'org': 'organisations', 'place': 'places', 'event': 'events' }"/>

  <xsl:template name="registers" as="element()*">
    <xsl:variable name="off" as="element()*" select="$edition/TEI/standOff"/>
    <xsl:call-template name="register">
      <xsl:with-param name="id" select="'people'"/>
      <xsl:with-param name="title" select="f:named('page', 'people')"/>
      <xsl:with-param name="entries" select="$off//listPerson/person"/>
    </xsl:call-template>
    <xsl:call-template name="register">
      <xsl:with-param name="id" select="'organisations'"/>
      <xsl:with-param name="title" select="f:say('organisations-and-offices')"/>
      <xsl:with-param name="entries" select="$off//listOrg/org"/>
    </xsl:call-template>
    <xsl:call-template name="register">
      <xsl:with-param name="id" select="'places'"/>
      <xsl:with-param name="title" select="f:named('page', 'places')"/>
      <xsl:with-param name="entries" select="$off//listPlace/place"/>
    </xsl:call-template>
    <xsl:call-template name="register">
      <xsl:with-param name="id" select="'events'"/>
      <xsl:with-param name="title" select="f:named('page', 'events')"/>
      <xsl:with-param name="entries" select="$off//listEvent/event"/>
    </xsl:call-template>
    <xsl:call-template name="all-readings"/>
  </xsl:template>

  <xsl:template name="register" as="element()?">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="entries" as="element()*"/>
    <xsl:if test="exists($entries)">
      <section class="register" aria-labelledby="{$id}">
        <h2 id="{$id}">{$title}</h2>
        <div class="entries">
          <xsl:for-each select="$entries">
            <!-- Those who were in the room first, then by name. -->
            <xsl:sort select="if (key('present', '#' || @xml:id, $edition)) then 0 else 1"/>
            <xsl:sort select="if (self::person) then f:surname(.) else f:preferred(.)" lang="en"/>
            <xsl:call-template name="entry"/>
          </xsl:for-each>
        </div>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="entry" as="element()">
    <xsl:variable name="pointer" as="xs:string" select="'#' || @xml:id"/>
    <xsl:variable name="name" as="xs:string" select="f:preferred(.)"/>
    <xsl:variable name="forms" as="xs:string*" select="
      distinct-values((persName | orgName | placeName | eventName)[not(@type = ('preferred', 'abbreviation'))] ! normalize-space(.))[. ne $name]"/>
    <xsl:variable name="when" as="xs:string" select="
      if (self::person) then f:life(.) else if (self::event) then f:span((@from, @notBefore, @when)[1], (@to, @notAfter, @when)[1]) else ''"/>
    <div class="entry" id="{@xml:id}">
      <h3><xsl:choose>
        <xsl:when test="$site-href"><a class="name" href="{$site-href}{$site-registers(local-name())}/{encode-for-uri(@xml:id)}.html">{$name}</a></xsl:when>
        <xsl:otherwise>{$name}</xsl:otherwise>
      </xsl:choose><xsl:for-each select="*[@type = 'abbreviation']"><span class="life"> {normalize-space(.)}</span></xsl:for-each><xsl:if test="$when"><span class="life"> {$when}</span></xsl:if></h3>
      <xsl:call-template name="role"/>
      <xsl:if test="occupation | state | affiliation | note[@type = 'office']">
        <ul class="offices">
          <xsl:for-each select="occupation | state | affiliation | note[@type = 'office']">
            <li>{normalize-space(.)}<xsl:if test="@from | @to | @when"><span class="life"> {f:span((@from, @when)[1], (@to, @when)[1])}</span></xsl:if></li>
          </xsl:for-each>
        </ul>
      </xsl:if>
      <xsl:for-each select="(note | desc)[not(@type = 'office')]"><p><xsl:apply-templates mode="prose"/></p></xsl:for-each>
      <xsl:call-template name="mentions"><xsl:with-param name="pointer" select="$pointer"/></xsl:call-template>
      <xsl:if test="idno">
        <p class="small authorities">
          <xsl:for-each select="idno">
            <xsl:if test="position() gt 1"> · </xsl:if>
            <xsl:choose>
              <xsl:when test="f:authority(.)"><a href="{f:authority(.)}">{@type}<span class="vh"> {f:say('on-name', map { 'name': $name })}</span></a></xsl:when>
              <xsl:otherwise>{if (@type = ('HSG', 'FRUS')) then 'Office of the Historian' else @type} {normalize-space(.)}</xsl:otherwise>
            </xsl:choose>
          </xsl:for-each>
        </p>
      </xsl:if>
      <xsl:if test="exists($forms) or bibl">
        <details class="small">
          <summary>{f:say(if (exists($forms) and bibl) then 'name-forms-and-sources' else if (bibl) then 'sources' else 'name-forms')}<span class="vh"> {f:say('for-name', map { 'name': $name })}</span></summary>
          <xsl:if test="exists($forms)"><p>{f:say('also-called', map { 'forms': string-join($forms ! f:quoted(.), ', ') })}</p></xsl:if>
          <xsl:for-each select="bibl"><p><xsl:apply-templates mode="prose"/></p></xsl:for-each>
        </details>
      </xsl:if>
    </div>
  </xsl:template>

  <!-- What the person did at the talk: side, interpreter, drafter, turns. -->
  <xsl:template name="role" as="element()?">
    <xsl:variable name="pointer" as="xs:string" select="'#' || @xml:id"/>
    <xsl:variable name="present" as="element()?" select="key('present', $pointer, $edition)[1]"/>
    <xsl:variable name="turns" as="element()*" select="key('spoken', $pointer, $edition)"/>
    <xsl:variable name="drafter" as="element()?" select="$header/fileDesc/titleStmt/author[(@ref, persName/@ref) = $pointer]"/>
    <xsl:variable name="said" as="xs:string*" select="
      $present ! (if (../head) then f:say('present-in-delegation', map { 'side': normalize-space(../head) }) else f:say('present')),
      $present/@role[. = 'interpreter'] ! f:named('role', .),
      $drafter ! f:say(if (@cert = 'low') then 'probably-drafted-memorandum' else 'drafted-memorandum')"/>
    <xsl:if test="exists($said) or exists($turns)">
      <p class="role">
        <xsl:text>{string-join($said, '; ')}</xsl:text>
        <xsl:if test="exists($turns)">
          <xsl:if test="exists($said)"><xsl:text>; </xsl:text></xsl:if>
          <xsl:variable name="linked" as="node()">
            <xsl:call-template name="to-turns">
              <xsl:with-param name="pointer" select="$pointer"/>
              <xsl:with-param name="words" select="f:counted('turns', count($turns))"/>
              <xsl:with-param name="more" select="f:say('of-speaker', map { 'speaker': f:called($pointer) })"/>
            </xsl:call-template>
          </xsl:variable>
          <xsl:sequence select="f:tell('speaks-in', map { 'turns': $linked })"/>
        </xsl:if>
        <xsl:text>.</xsl:text>
      </p>
    </xsl:if>
  </xsl:template>

  <!-- The paragraphs that name the entry. -->
  <xsl:template name="mentions" as="element()?">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:variable name="found" as="element()*" select="key('mention', $pointer, $edition)/ancestor::*[self::p or self::ab][1]"/>
    <xsl:if test="exists($found)">
      <p class="small mentions">
        <xsl:variable name="paragraphs" as="array(node()*)*">
          <xsl:for-each select="$found">
            <xsl:variable name="paragraph" as="element()"><a href="#{@xml:id}">¶&#160;{f:paragraph-number(.)}</a></xsl:variable>
            <xsl:sequence select="[$paragraph]"/>
          </xsl:for-each>
        </xsl:variable>
        <xsl:sequence select="f:tell('named-in-paragraphs', map { 'paragraphs': f:in-a-row($paragraphs) })"/>
      </p>
    </xsl:if>
  </xsl:template>

  <!-- Every mended reading in one table; those of running heads and feet are noted only here and in the diplomatic view. -->
  <xsl:template name="all-readings" as="element()?">
    <xsl:if test="exists($readings)">
      <section class="register" aria-labelledby="readings">
        <h2 id="readings">{f:say('readings-register')}</h2>
        <xsl:if test="exists($mended)">
          <table class="readings">
            <caption><xsl:sequence select="f:tell('readings-caption', map { 'diplomatic': f:link($diplomatic-href), 'errata': f:link($errata-href) })"/></caption>
            <thead><tr><th scope="col"><span class="vh">{f:say('column-note')}</span></th><xsl:for-each select="'column-page', 'column-transcription', 'column-edition', 'column-after'"><th scope="col">{f:say(.)}</th></xsl:for-each></tr></thead>
            <tbody><xsl:for-each select="$mended"><xsl:call-template name="reading-row"/></xsl:for-each></tbody>
          </table>
        </xsl:if>
        <xsl:call-template name="not-taken">
          <xsl:with-param name="numbered" select="true()"/>
        </xsl:call-template>
        <xsl:call-template name="paper-notes"/>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="reading-row" as="element()">
    <xsl:variable name="hidden" as="xs:boolean" select="exists(ancestor::fw)"/>
    <tr>
      <xsl:if test="$hidden"><xsl:attribute name="id" select="f:anchor(.)"/></xsl:if>
      <td><a href="{if ($hidden) then $diplomatic-href else ''}#{f:anchor(.)}" aria-label="{f:say('reading-number', map { 'label': f:label(.) })}">{f:label(.)}</a></td>
      <td>{f:page(.)}</td>
      <td class="was"><xsl:sequence select="f:in-language($lang)"/>{f:transcribed(.)}</td>
      <td><xsl:call-template name="edited-words"/></td>
      <td>
        <xsl:value-of select="
          if (exists(f:sources(.))) then string-join(f:sources(.) ! f:witness(.), ', ')
          else f:say(if (orig) then 'by-regularising' else 'by-conjecture')"/>
        <xsl:if test="f:uncertain(.)"> {f:say('uncertain-aside')}</xsl:if>
        <xsl:if test="$hidden">
          <xsl:for-each select="f:reasons(.)"><xsl:text> </xsl:text><span class="small"><xsl:sequence select="f:id(.)"/><xsl:apply-templates mode="prose"/></span></xsl:for-each>
        </xsl:if>
      </td>
    </tr>
  </xsl:template>

  <!-- Commentary on stamps, heads and feet: the reading view shows them nowhere else. -->
  <xsl:template name="paper-notes" as="element()?">
    <xsl:variable name="noted" as="element()*" select="$edition//text//fw[key('about', '#' || @xml:id, $edition)]"/>
    <xsl:if test="exists($noted)">
      <ul class="paper-notes" role="list">
        <xsl:for-each select="$noted">
          <li id="{@xml:id}">
            <xsl:text>{f:say('page-title', map { 'page': f:page(.) })}, </xsl:text><a href="{$diplomatic-href}#{@xml:id}">{f:quoted(f:words(.))}</a><xsl:text>{f:say('colon')} </xsl:text>
            <xsl:for-each select="key('about', '#' || @xml:id, $edition)"><span id="{@xml:id}"><xsl:apply-templates mode="prose"/></span><xsl:text> </xsl:text></xsl:for-each>
          </li>
        </xsl:for-each>
      </ul>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
